package org.eyrie.server.registry;

import java.nio.file.Path;
import java.util.Objects;
import org.eyrie.server.stores.DatabaseChoice;

/**
 * Where it is kept what was fetched from registries and how far they were read: beside the embedded database that it
 * was fetched for, and apart from it for a database elsewhere.
 *
 * @param hubCache files of the Hub by revision; may be deleted
 * @param cursors how far registries were read; may be deleted, the next import reads everything
 */
public record RegistryFolder(Path hubCache, Path cursors) {

    public static RegistryFolder of(DatabaseChoice choice) {
        Path data = choice.dataFolder().toAbsolutePath();
        if (choice.uri() == null) {
            return new RegistryFolder(data.resolve("cache").resolve("hub"), data.resolve("cursors"));
        }
        Path apart = data.resolveSibling(Objects.requireNonNull(data.getFileName()) + "-registries");
        String database = choice.uri().replaceAll("[^A-Za-z0-9.-]+", "_");
        return new RegistryFolder(apart.resolve("hub"), apart.resolve("cursors").resolve(database));
    }
}
