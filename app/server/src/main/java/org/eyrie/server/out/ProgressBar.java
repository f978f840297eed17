package org.eyrie.server.out;

import java.io.PrintWriter;

/** A line on a terminal that is drawn over and over; draws nothing where nobody watches. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean attended;
    private String phase = "";
    private long drawnAt;
    private boolean dirty;

    public ProgressBar(Terminal terminal) {
        this.err = terminal.err();
        this.attended = terminal.attended();
    }

    /**
     * Draws the state, ten times a second at most.
     *
     * @param total all steps, or 0 where nobody can tell
     */
    public synchronized void at(String newPhase, long done, long total) {
        if (!attended) {
            return;
        }
        long now = System.nanoTime();
        if (newPhase.equals(phase) && now - drawnAt < REDRAW_NANOS && done != total) {
            return;
        }
        phase = newPhase;
        drawnAt = now;
        dirty = true;
        err.print(PlainWriter.REDRAW + line(newPhase, done, total));
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
