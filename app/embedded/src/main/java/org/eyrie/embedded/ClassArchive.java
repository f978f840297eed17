package org.eyrie.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The server's 14,000 classes, parsed and laid out once for all later starts of a data folder (class-data sharing).
 *
 * <p>A start takes 9.5 s of processor time without and 6.5 s with it. Making it takes 25 s, so that is left to a time
 * when the database has run for a while, or lingers and nobody uses it, at a low priority; a shorter run never makes
 * one. Written when a JVM
 * exits, which is the other way, it would hold up the first stop. Takes 95 to 140 MB. Losing it costs time and nothing else: a
 * JVM that finds it wanting starts without.
 */
final class ClassArchive {

    private final DataFolder folder;
    private final List<Path> jars;
    private final Path archive;
    private final Path loaded;

    ClassArchive(DataFolder folder, List<Path> jars) {
        this.folder = folder;
        this.jars = jars;
        String key = ArchiveOrder.PREFIX + key(jars);
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
        return isMissing() ? List.of("-XX:DumpLoadedClassList=" + loaded) : List.of();
    }

    /** Jars only: the JVM refuses a class path with a folder of classes in it. */
    private static boolean isPossible() {
        return Files.isRegularFile(Neo4jLibraries.ownLocation());
    }

    private boolean isMissing() {
        return isPossible() && !Files.exists(archive);
    }

    boolean isWanted() {
        return isMissing() && Files.exists(loaded);
    }

    /** How it is made; the command's arguments are written, too. */
    ArchiveOrder order() throws IOException {
        Path list = folder.cache().resolve("classes");
        Path fresh = folder.cache().resolve("fresh.jsa");
        return new ArchiveOrder(
                loaded, list, fresh, archive, folder.logs().resolve("class-archive.log"), command(list, fresh));
    }

    /** Leaves an order for a database that may linger, or takes one back that is of no use any more. */
    void leaveOrder() throws IOException {
        if (isMissing()) {
            order().write(folder.archiveOrder());
        } else {
            Files.deleteIfExists(folder.archiveOrder());
        }
    }

    private List<String> command(Path list, Path fresh) throws IOException {
        List<String> arguments = List.of(
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + fresh,
                "-cp",
                ChildCommand.classPath(jars));
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "10"));
        }
        command.addAll(ChildCommand.java(folder.run().resolve("archive-arguments"), arguments));
        return ChildCommand.tethered(command);
    }
}
