package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

    /** Waits until it has ended, for whatever reason. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** What it has taken so far; zero where the system does not tell. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long pid() {
        return process.pid();
    }

    /** Lets it stay for as long as it may linger. */
    void leave() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it is gone already, and nobody will miss it
        }
    }

    /** Ends it at once and waits for its end: what was committed is replayed at the next start. */
    void kill() {
        process.destroyForcibly();
        boolean interrupted = false;
        try {
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it has ended, cleanly if it can. */
    void stop() {
        boolean interrupted = false;
        try {
            process.getOutputStream().write(Leash.QUIT);
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
