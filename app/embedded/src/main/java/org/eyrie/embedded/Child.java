package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of the database, which ends when its standard input does. */
final class Child {

    /** A little more than the leash's own patience, in seconds. */
    private static final int PATIENCE = 35;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child launch(List<String> command, Path console) throws IOException {
        return new Child(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it has ended, cleanly if it can. */
    void stop() {
        boolean interrupted = false;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it is gone already, which is what was wanted
        }
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
