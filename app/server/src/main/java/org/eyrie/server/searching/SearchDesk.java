package org.eyrie.server.searching;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.registry.Network;
import org.eyrie.server.stores.Session;

/**
 * What a service does with searches.
 *
 * @param served those that it runs itself
 * @param pulled those that workers evaluate
 */
public record SearchDesk(ServedSearches served, PulledWork pulled) implements AutoCloseable {

    /**
     * Over the searches that were begun with a data folder.
     *
     * @param models folders of models that those may use who ask over the network
     */
    public static SearchDesk of(Session session, Path dataFolder, List<Path> models, Network network, Clock clock) {
        SourceFiles files = new SourceFiles(dataFolder);
        AllowedFolders allowed = new AllowedFolders(ShippedModels.beside(dataFolder), models);
        return new SearchDesk(
                new ServedSearches(session, files, allowed, network, clock),
                new PulledWork(session, files, network, clock));
    }

    /** One that forgets where weights lie when it ends; nothing is laid out before a search begins. */
    public static SearchDesk forgetful(Session session, Clock clock) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "eyrie-" + UUID.randomUUID());
        return of(session, folder, List.of(), Network.of(Map.of(), clock), clock);
    }

    @Override
    public void close() {
        served.close();
        pulled.close();
    }
}
