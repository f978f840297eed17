package org.eyrie.server.out;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Where a job is: a line on a terminal that is drawn over and over. Where standard error is a file or another program, a line of
 * its own now and then, so that a log shows that the job goes on, and nothing of what is over before the first.
 */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOGGED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final PrintWriter err;
    private final boolean attended;
    private final LongSupplier nanos;
    private final long begunAt;
    private String phase = "";
    private long drawnAt;
    private boolean dirty;

    public ProgressBar(Terminal terminal) {
        this(terminal, System::nanoTime);
    }

    /** @param nanos a clock that only its differences are taken of */
    ProgressBar(Terminal terminal, LongSupplier nanos) {
        this.err = terminal.err();
        this.attended = terminal.attended();
        this.nanos = nanos;
        this.begunAt = nanos.getAsLong();
        this.drawnAt = begunAt;
    }

    /**
     * Shows the state: on a terminal ten times a second at most, elsewhere every half minute.
     *
     * @param total all steps, or 0 where nobody can tell
     */
    public synchronized void at(String newPhase, long done, long total) {
        long now = nanos.getAsLong();
        if (!attended) {
            log(now, newPhase, done, total);
            return;
        }
        if (newPhase.equals(phase) && now - drawnAt < REDRAW_NANOS && done != total) {
            return;
        }
        phase = newPhase;
        drawnAt = now;
        dirty = true;
        err.print(PlainWriter.REDRAW + line(newPhase, done, total));
        err.flush();
    }

    private void log(long now, String newPhase, long done, long total) {
        if (now - drawnAt < LOGGED_NANOS) {
            return;
        }
        drawnAt = now;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - begunAt);
        String where = total > 0 ? ", " + 100 * done / total + " %" : done > 0 ? ", " + done : "";
        err.println("After " + seconds / 60 + " min " + seconds % 60 + " s: " + newPhase + where);
        err.flush();
    }

    private static String line(String phase, long done, long total) {
        if (total <= 0) {
            return done > 0 ? phase + "  " + done : phase + " ...";
        }
        int filled = (int) Math.min(WIDTH, WIDTH * done / total);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + 100 * done / total + " %  " + phase;
    }

    @Override
    public void close() {
        wipe();
    }

    /** Takes the line off the terminal; the next step draws it again. */
    public synchronized void wipe() {
        if (dirty) {
            err.print(PlainWriter.REDRAW);
            err.flush();
            dirty = false;
        }
    }
}
