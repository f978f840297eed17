package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A transaction log that ends in something that is no transaction, as a disk that filled in the middle of a write
 * leaves it. Neo4j refuses it by default and, when told to, cuts it off where it stops making sense: what was committed
 * before that is replayed. Whoever was told that a commit had succeeded was told so after it was whole in the log.
 */
final class DamagedLog {

    /** The setting by which Neo4j cuts; it names it itself where it refuses. */
    static final String SETTING = "internal.dbms.tx_log.fail_on_corrupted_log_files";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final DataFolder folder;
    private final StartLog log;

    /** @param log of the start that may be refused */
    DamagedLog(DataFolder folder, StartLog log) {
        this.folder = folder;
        this.log = log;
    }

    /** Whether the start failed because of it. */
    boolean isToBlame() throws IOException {
        return log.says(SETTING);
    }

    /** Copies the logs as they are, before anything is cut off them, and returns where to. */
    Path keep(Instant now) throws IOException {
        Path copy = folder.kept().resolve("transactions-" + STAMP.format(now));
        FolderTree.copy(folder.transactionLogs(), copy);
        return copy;
    }
}
