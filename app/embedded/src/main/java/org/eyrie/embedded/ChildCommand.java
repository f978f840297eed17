package org.eyrie.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line that runs the server on its leash. */
final class ChildCommand {

    private static final String SERVER = "org.neo4j.server.CommunityEntryPoint";

    /** What the server's own start script opens up. */
    static final List<String> OPENINGS = List.of(
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Dio.netty.tryReflectionSetAccessible=true",
            "-Dlog4j2.disable.jmx=true");

    /**
     * The optimising compiler waits four times as long before it takes a method up. A start runs most methods a few
     * thousand times and never again: 9.5 s of processor time instead of 12.5 s.
     */
    private static final List<String> PATIENT_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000");

    /** The first version that warns of what Neo4j's off-heap memory needs. */
    private static final int UNSAFE_WARNED = 24;

    private ChildCommand() {}

    /** The arguments stand in a file: over 200 jars with long paths would exceed what some systems take. */
    static List<String> write(
            DataFolder folder, EmbeddedSettings settings, Memory memory, List<Path> jars, List<String> options)
            throws IOException {
        List<String> arguments = new ArrayList<>(OPENINGS);
        if (Runtime.version().feature() >= UNSAFE_WARNED) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        arguments.addAll(PATIENT_COMPILER);
        arguments.addAll(options);
        arguments.add("-XX:+UseSerialGC"); // on two cores, with a small heap, it starts faster and takes less than G1
        arguments.add("-Xmx" + memory.heapMegabytes() + "m");
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.add("-Dfile.encoding=UTF-8");
        arguments.add("-cp");
        arguments.add(classPath(jars));
        arguments.add(Leash.class.getName());
        arguments.add(folder.childLock().toString());
        arguments.add(Long.toString(settings.linger().toSeconds()));
        arguments.add(folder.users().toString());
        arguments.add(folder.stop().toString());
        arguments.add(folder.whereabouts().toString());
        arguments.add(folder.archiveOrder().toString());
        arguments.add(SERVER);
        arguments.add("--home-dir=" + folder.home());
        arguments.add("--config-dir=" + folder.conf());
        arguments.add("--console-mode");
        return java(folder.run().resolve("arguments"), arguments);
    }

    /** Java with arguments that are written into a file. */
    static List<String> java(Path file, List<String> arguments) throws IOException {
        Files.write(file, arguments.stream().map(ChildCommand::quoted).toList());
        return List.of(java(), "@" + file);
    }

    /** A command that ends with us, see {@link Tether}. */
    static List<String> tethered(List<String> command) {
        List<String> tethered = new ArrayList<>(List.of(
                java(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Neo4jLibraries.ownLocation().toString(),
                Tether.class.getName()));
        tethered.addAll(command);
        return tethered;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The server first: class-data sharing wants jars only, and our own may be a folder of classes. */
    static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + Neo4jLibraries.ownLocation();
    }

    /** As the java launcher reads argument files. */
    static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
