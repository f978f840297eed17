package org.eyrie.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

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
    private final Path log;
    private final long before;

    /** To be made before the start that may be refused: only what is logged from here on counts. */
    DamagedLog(DataFolder folder) throws IOException {
        this.folder = folder;
        this.log = folder.logs().resolve("debug.log");
        this.before = Files.exists(log) ? Files.size(log) : 0;
    }

    /** Whether the start failed because of it. */
    boolean isToBlame() throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(log)) {
            if (Files.size(log) >= before) { // smaller: Neo4j has begun another file
                bytes.skipNBytes(before);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(SETTING);
        }
    }

    /** Copies the logs as they are, before anything is cut off them, and returns where to. */
    Path keep(Instant now) throws IOException {
        Path copy = folder.kept().resolve("transactions-" + STAMP.format(now));
        try (Stream<Path> files = Files.walk(folder.transactionLogs())) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.transactionLogs().relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target, DataFolder.forTheOwnerAlone("rwx------"));
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
