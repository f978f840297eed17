package org.eyrie.embedded;

import java.io.IOException;

/**
 * Whether a database has given up since its start, as it does when it can't write its transaction log. It makes no
 * checkpoint any more, so its next start replays the log however it ends. Asked to end, it would on a full disk try to
 * write for as long as one lets it, and with room again write a second time what it had written of the transaction in
 * which the disk filled, see {@link TornLogs}.
 */
final class Panic {

    /** Neo4j's words. */
    private static final String SAID = "Database panic";

    private final DataFolder folder;
    private final StartLog log;

    Panic(DataFolder folder, StartLog log) {
        this.folder = folder;
        this.log = log;
    }

    /** Stops the database, or kills it where it has given up, and waits for its end. */
    void stop(Child child) {
        if (hasStruck()) {
            child.kill();
        } else {
            child.stop();
        }
    }

    /** On a full disk it cannot be said: there, it is believed. */
    boolean hasStruck() {
        try {
            return DiskSpace.isUsedUp(folder) || log.says(SAID);
        } catch (IOException e) {
            return false;
        }
    }
}
