package org.eyrie.server.stores;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database to work on.
 *
 * @param dataFolder where the embedded one keeps its data
 * @param uri of a database elsewhere, or null for the embedded one
 * @param database which of those that the server at {@code uri} has, or null for the home database of the user
 * @param username for {@code uri}
 * @param password for {@code uri}
 * @param shared whether an embedded one that another process of ours runs will do: for a command, but not for a
 *     service, which would lose it when that process ends
 * @param idleEnded whether an embedded one without facts that lingers and that nobody uses is ended first, so that this
 *     process has one of its own
 */
public record DatabaseChoice(
        Path dataFolder,
        @Nullable String uri,
        @Nullable String database,
        String username,
        String password,
        boolean shared,
        boolean idleEnded) {

    /** The home database. */
    public DatabaseChoice(Path dataFolder, @Nullable String uri, String username, String password, boolean shared) {
        this(dataFolder, uri, null, username, password, shared, false);
    }

    /** The embedded one in another folder. */
    public DatabaseChoice embeddedIn(Path folder) {
        return new DatabaseChoice(folder, null, null, username, password, shared, idleEnded);
    }

    /** The same, not shared. */
    public DatabaseChoice alone() {
        return new DatabaseChoice(dataFolder, uri, database, username, password, false, idleEnded);
    }

    /** The same, of this process where it can be had. */
    public DatabaseChoice endingIdle() {
        return new DatabaseChoice(dataFolder, uri, database, username, password, shared, true);
    }

    // The password stays out of logs.
    @Override
    public String toString() {
        return uri == null ? "embedded in " + dataFolder : uri + " as " + username;
    }
}
