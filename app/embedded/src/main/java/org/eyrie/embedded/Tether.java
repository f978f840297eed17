package org.eyrie.embedded;

import java.io.IOException;

/**
 * Runs a program that ends by itself, and ends it before that when standard input ends: when the parent closes it, and
 * when the parent is killed. For programs that cannot be run within a {@link Leash}, such as a JVM that writes an
 * archive before it has a main class. Needs nothing but the JDK; arguments are the command.
 */
final class Tether {

    private static final int CUT_OFF = 70;

    private Tether() {}

    public static void main(String[] command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread watch = new Thread(() -> endWithInput(process), "tether");
        watch.setDaemon(true);
        watch.start();
        System.exit(process.waitFor());
    }

    private static void endWithInput(Process process) {
        try {
            while (System.in.read() >= 0) {
                // what is said does not matter, only that the line is open
            }
        } catch (IOException e) {
            // a broken line ends as a closed one does
        }
        process.destroyForcibly();
        Runtime.getRuntime().halt(CUT_OFF);
    }
}
