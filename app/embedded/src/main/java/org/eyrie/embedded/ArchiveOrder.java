package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a class archive is made, by the program that runs the database or, in a file, by the database itself once that
 * program is gone. Needs nothing but the JDK.
 *
 * @param loaded where the database's JVM writes down what it loads
 * @param list what the command reads: the classes to archive
 * @param fresh what the command writes
 * @param archive where that goes when it is whole
 * @param log what the command prints
 * @param command ends when its standard input does
 */
record ArchiveOrder(Path loaded, Path list, Path fresh, Path archive, Path log, List<String> command) {

    /** Archives and lists begin so, whatever version they are of. */
    static final String PREFIX = "neo4j-";

    private static final long MOST_MINUTES = 10;
    private static final int PATHS = 5;

    ArchiveOrder {
        command = List.copyOf(command);
    }

    /** Leaves the order for the database. */
    void write(Path file) throws IOException {
        List<String> lines = Stream.of(loaded, list, fresh, archive, log)
                .map(Path::toString)
                .collect(Collectors.toCollection(ArrayList::new));
        lines.addAll(command);
        Files.write(file, lines);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws NoSuchFileException if nothing was ordered
     * @throws IOException if it cannot be read, or is no order
     */
    static ArchiveOrder read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PATHS) {
            throw new IOException(file + " is cut short");
        }
        return new ArchiveOrder(
                Path.of(lines.get(0)),
                Path.of(lines.get(1)),
                Path.of(lines.get(2)),
                Path.of(lines.get(3)),
                Path.of(lines.get(4)),
                lines.subList(PATHS, lines.size()));
    }

    /** Whether there is no archive yet, and it is known what it should hold. */
    boolean isOpen() {
        return !Files.exists(archive) && Files.exists(loaded);
    }

    /**
     * Makes the archive. An interrupt ends that and leaves none.
     *
     * @return whether there is one now
     */
    boolean carryOut() throws IOException, InterruptedException {
        Files.write(list, namesIn(Files.readString(loaded)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                return false;
            }
            removeThoseOfOtherVersions();
            Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            process.getOutputStream().close(); // by which the tether ends what it runs, and itself
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(list);
        }
    }

    /**
     * Classes only: entries of other kinds can be longer than Java 17 reads back ("class list format error"). The last
     * line may be half written, because the database still runs.
     */
    static List<String> namesIn(String loaded) {
        return loaded.substring(0, loaded.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.startsWith("@"))
                .toList();
    }

    private void removeThoseOfOtherVersions() throws IOException {
        try (Stream<Path> files = Files.list(archive.resolveSibling("."))) {
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> !file.getFileName().equals(loaded.getFileName()))
                    .collect(Collectors.toList())) {
                Files.delete(old);
            }
        }
    }
}
