package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Neo4j's own tool for stores that do not run, in a process of its own that ends with ours. */
final class AdminTool {

    private static final String MAIN = "org.neo4j.cli.AdminTool";
    private static final long LOOK_MILLIS = 250;

    private final DataFolder folder;
    private final Path home;
    private final List<Path> jars;
    private final List<String> options;
    private final Path log;

    /**
     * @param home of the server whose stores it works on
     * @param options for its Java
     * @param log gets what it prints
     */
    AdminTool(DataFolder folder, Path home, List<Path> jars, List<String> options, Path log) {
        this.folder = folder;
        this.home = home;
        this.jars = jars;
        this.options = options;
        this.log = log;
    }

    /**
     * Runs a command to its end.
     *
     * @param look called now and then meanwhile; what it throws ends the tool
     * @return the exit code
     * @throws IOException if it takes longer than the limit
     */
    int run(List<String> command, Duration limit, Runnable look) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(line(command)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("NEO4J_HOME", home.toString());
        builder.environment().put("NEO4J_CONF", home.resolve("conf").toString());
        Process process = builder.start();
        try {
            long begin = System.nanoTime();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - begin > limit.toNanos()) {
                    throw new IOException("it took longer than " + limit.toMinutes() + " minutes");
                }
                look.run();
            }
        } finally {
            process.getOutputStream().close(); // by which the tether ends what it runs, and itself
        }
        return process.exitValue();
    }

    private List<String> line(List<String> command) throws IOException {
        List<String> arguments = new ArrayList<>(ChildCommand.OPENINGS);
        arguments.addAll(options);
        arguments.addAll(List.of("-cp", ChildCommand.classPath(jars), MAIN));
        arguments.addAll(command);
        return ChildCommand.tethered(ChildCommand.java(folder.run().resolve("tool-arguments"), arguments));
    }
}
