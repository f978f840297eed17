package org.eyrie.server.stores;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database to work on.
 *
 * @param dataFolder where the embedded one keeps its data
 * @param uri of a database elsewhere, or null for the embedded one
 * @param username for {@code uri}
 * @param password for {@code uri}
 * @param host address that an embedded one listens on
 */
public record DatabaseChoice(Path dataFolder, @Nullable String uri, String username, String password, String host) {

    public DatabaseChoice withDataFolder(Path folder) {
        return new DatabaseChoice(folder, uri, username, password, host);
    }

    // The password stays out of logs.
    @Override
    public String toString() {
        return uri == null ? "embedded in " + dataFolder : uri + " as " + username;
    }
}
