package org.eyrie.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The server's 14,000 classes, parsed and laid out once for all later starts of a data folder (class-data sharing).
 *
 * <p>A start takes 9.5 s of processor time without and 6.5 s with it. Making it takes 25 s, so that is left to a time
 * when the database has run for a while, at the lowest priority; a shorter run never makes one. Written when a JVM
 * exits, which is the other way, it would hold up the first stop. Takes 95 to 140 MB. Losing it costs time and nothing else: a
 * JVM that finds it wanting starts without.
 */
final class ClassArchive {

    private static final long MOST_MINUTES = 10;

    private final DataFolder folder;
    private final List<Path> jars;
    private final Path archive;
    private final Path loaded;

    ClassArchive(DataFolder folder, List<Path> jars) {
        this.folder = folder;
        this.jars = jars;
        String key = "neo4j-" + key(jars);
        this.archive = folder.cache().resolve(key + ".jsa");
        this.loaded = folder.cache().resolve(key + ".classes");
    }

    /** An archive suits one version of Java and one class path. */
    private static String key(List<Path> jars) {
        CRC32 checksum = new CRC32();
        String all = jars + System.getProperty("java.vm.version", "") + Neo4jLibraries.ownLocation();
        checksum.update(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    Path file() {
        return archive;
    }

    /** Options that use the archive or, where there is none yet, write down what it should hold. */
    List<String> options() {
        if (Files.exists(archive)) {
            return List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive);
        }
        return isPossible() ? List.of("-XX:DumpLoadedClassList=" + loaded) : List.of();
    }

    /** Jars only: the JVM refuses a class path with a folder of classes in it. */
    private static boolean isPossible() {
        return Files.isRegularFile(Neo4jLibraries.ownLocation());
    }

    boolean isWanted() {
        return isPossible() && !Files.exists(archive) && Files.exists(loaded);
    }

    /**
     * Makes the archive. An interrupt ends that and leaves none.
     *
     * @return whether there is one now
     */
    boolean make() throws IOException, InterruptedException {
        Path list = folder.cache().resolve("classes");
        Path fresh = folder.cache().resolve("fresh.jsa");
        Files.write(list, namesIn(Files.readString(loaded)));
        Process process = new ProcessBuilder(command(list, fresh))
                .redirectErrorStream(true)
                .redirectOutput(folder.logs().resolve("class-archive.log").toFile())
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

    private List<String> command(Path list, Path fresh) throws IOException {
        Path file = folder.run().resolve("archive-arguments");
        List<String> arguments = List.of(
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + fresh,
                "-cp",
                ChildCommand.classPath(jars));
        Files.write(file, arguments.stream().map(ChildCommand::quoted).toList());
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(List.of(ChildCommand.java(), "@" + file));
        return ChildCommand.tethered(command);
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
        try (Stream<Path> files = Files.list(folder.cache())) {
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith("neo4j-"))
                    .filter(file -> !file.equals(loaded))
                    .collect(Collectors.toList())) {
                Files.delete(old);
            }
        }
    }
}
