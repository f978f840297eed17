package org.eyrie.sources.http;

import java.time.Duration;
import org.eyrie.task.CancelledException;

/** Lets time pass. */
@FunctionalInterface
public interface Pauses {

    /** How often a waiting thread looks up. */
    Duration SLICE = Duration.ofMillis(100);

    /** Real time, in slices. */
    Pauses REAL = Pauses::sleep;

    /**
     * Returns after {@code duration}, asking {@code pulse} in between.
     *
     * @throws CancelledException if the pulse says so or the thread is interrupted; its flag stays set
     */
    void pause(Duration duration, Pulse pulse);

    private static void sleep(Duration duration, Pulse pulse) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            pulse.beat();
            try {
                Thread.sleep(Math.max(1, Math.min(SLICE.toMillis(), left / 1_000_000)));
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        pulse.beat();
    }

    /** Keeps the thread's flag for whoever looks at it next. */
    static CancelledException interrupted() {
        Thread.currentThread().interrupt();
        return new CancelledException("The thread was interrupted while it waited for a server.");
    }
}
