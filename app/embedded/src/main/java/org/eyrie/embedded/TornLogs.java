package org.eyrie.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Transaction logs whose end Neo4j cannot read, not even to cut it. Where a disk fills while a transaction is written,
 * Neo4j keeps what it wrote of it in its buffer and, should there be room when it closes the log, writes it a second time.
 * A start then takes the middle of a text for the length of the next, asks for as much memory, often more than a
 * gigabyte, and dies of that, whatever its heap.
 */
final class TornLogs {

    private static final Pattern NAME = Pattern.compile("neostore\\.transaction\\.db\\.(\\d{1,18})");

    private final Map<Path, Long> torn = new TreeMap<>();

    /** Looks at the last log of every database: only that is written to. */
    static TornLogs in(DataFolder folder) throws IOException {
        TornLogs logs = new TornLogs();
        if (Files.isDirectory(folder.transactionLogs())) {
            try (DirectoryStream<Path> databases = Files.newDirectoryStream(folder.transactionLogs())) {
                for (Path database : databases) {
                    logs.look(database);
                }
            }
        }
        return logs;
    }

    private void look(Path database) throws IOException {
        Optional<Path> last = last(database);
        if (last.isPresent()) {
            OptionalLong end = WholeTransactions.tornAt(last.get());
            if (end.isPresent()) {
                torn.put(last.get(), end.getAsLong());
            }
        }
    }

    private static Optional<Path> last(Path database) throws IOException {
        if (!Files.isDirectory(database)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(database)) {
            return files.filter(file -> number(file) >= 0).max(Comparator.comparingLong(TornLogs::number));
        }
    }

    private static long number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    boolean isEmpty() {
        return torn.isEmpty();
    }

    /** Cuts each after its last whole transaction: nobody was told that what stands behind it was committed. */
    void cut() throws IOException {
        for (Map.Entry<Path, Long> log : torn.entrySet()) {
            try (FileChannel file = FileChannel.open(log.getKey(), StandardOpenOption.WRITE)) {
                file.truncate(log.getValue());
                file.force(true);
            }
        }
    }
}
