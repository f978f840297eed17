package org.eyrie.server.developing.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** A command that is run to its end, or to the end of its time; nothing that it started outlives it. */
final class ChildProcess {

    /**
     * How it ended.
     *
     * @param reason why it failed, for people; empty where it did not
     */
    record Ending(String reason) {
        boolean failed() {
            return !reason.isEmpty();
        }
    }

    private static final int TAIL = 2000;
    private static final long SLICE_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 2000;

    /** Exit codes above are of commands that a signal ended. */
    private static final int SIGNALLED = 128;

    private final byte[] tail = new byte[TAIL];
    private long written;

    /**
     * Runs it. Of what it prints the end alone is kept, whatever it prints.
     *
     * @throws CancelledException if the job was cancelled; the command is gone then
     */
    Ending run(List<String> words, Duration longest, Progress progress) {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            return new Ending("It cannot be started: " + e.getMessage());
        }
        Thread reader = new Thread(() -> drain(process.getInputStream()), "output of " + words.get(0));
        reader.setDaemon(true);
        reader.start();
        Set<ProcessHandle> started = new HashSet<>();
        try {
            boolean ended = await(process, longest, progress, started);
            end(process, started);
            reader.join(PATIENCE_MILLIS);
            if (!ended) {
                return new Ending("It took longer than " + longest.toSeconds() + " s and was ended" + last());
            }
            int code = process.exitValue();
            if (code > SIGNALLED) {
                heard(progress);
            }
            return new Ending(code == 0 ? "" : "It ended with exit code " + code + last());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The thread was interrupted while it waited for a command.");
        } finally {
            end(process, started);
        }
    }

    /** Ctrl-C goes to the command as well as to this program, which may hear of it a little later. */
    private static void heard(Progress progress) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < end) {
            progress.check();
            Thread.sleep(SLICE_MILLIS / 4);
        }
    }

    private static boolean await(Process process, Duration longest, Progress progress, Set<ProcessHandle> started)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end) {
            progress.check();
            // Children of a parent that has ended belong to nobody, so they are looked up while it lives.
            process.descendants().forEach(started::add);
            if (process.waitFor(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private static void end(Process process, Set<ProcessHandle> started) {
        process.descendants().forEach(started::add);
        if (process.isAlive()) { // else it would close what is still to be read
            process.destroyForcibly();
        }
        for (ProcessHandle handle : started) {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
        }
    }

    private void drain(InputStream from) {
        byte[] piece = new byte[8192];
        try (from) {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                synchronized (tail) {
                    for (int i = 0; i < count; i++) {
                        tail[(int) (written++ % TAIL)] = piece[i];
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone, and with it what it had not printed yet.
        }
    }

    /** The end of what was printed, in one line. */
    private String last() {
        synchronized (tail) {
            int count = (int) Math.min(written, TAIL);
            byte[] end = new byte[count];
            for (int i = 0; i < count; i++) {
                end[i] = tail[(int) ((written - count + i) % TAIL)];
            }
            String text = new String(end, StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
            return text.isEmpty()
                    ? ", printing nothing."
                    : ". Its last words: " + text.substring(Math.max(0, text.length() - 400));
        }
    }
}
