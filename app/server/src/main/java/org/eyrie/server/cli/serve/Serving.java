package org.eyrie.server.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.eyrie.engine.ask.Asking;
import org.eyrie.server.access.Access;
import org.eyrie.server.access.Issuer;
import org.eyrie.server.access.IssuerSettings;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.imports.Importers;
import org.eyrie.server.registry.Network;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.rest.ListenSettings;
import org.eyrie.server.rest.Service;
import org.eyrie.server.rest.ServiceSettings;
import org.eyrie.server.searching.SearchDesk;
import org.eyrie.server.stores.Session;
import org.eyrie.server.tracing.Spans;

/** Keeps the service up until the process is told to end. */
public final class Serving {

    private final CommandContext context;
    private final Session session;

    public Serving(CommandContext context, Session session) {
        this.context = context;
        this.session = session;
    }

    /**
     * Starts, prints the addresses, and waits for Ctrl-C or SIGTERM.
     *
     * @param registries which registries the service listens to
     * @param dataFolder where weights of searches are remembered
     */
    public void untilStopped(
            ListenOptions listen,
            ModelOptions models,
            Path dataFolder,
            Function<Asking, Registries> registries,
            PrintWriter out) {
        Network network = Network.of(context.environment(), context.clock());
        SearchDesk desk =
                SearchDesk.of(session, dataFolder, models.folders(context.environment()), network, context.clock());
        ListenSettings settings = listen.settings(context.environment());
        Access access = new Access(
                session.access(),
                IssuerSettings.of(context.environment())
                        .map(issuer -> new Issuer(issuer, context.clock()))
                        .orElse(null));
        listen.checkAccess(settings, access, context.environment());
        Asking asking = Asking.often(session.stores(), context.clock());
        Service service = Service.start(
                session,
                asking,
                registries.apply(asking),
                Importers.map(context.environment()),
                context.clock(),
                new ServiceSettings(settings, access, Spans.of(context.environment())),
                desk);
        CountDownLatch stop = new CountDownLatch(1);
        context.interruption().onRequest(stop::countDown);
        try (service) {
            new Addresses(service.uri(), session.addresses()).print(out);
            await(stop);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
