package org.eyrie.sources.http;

import java.time.Duration;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** Lets time pass. */
@FunctionalInterface
public interface Pauses {

    /** How often a waiting thread looks up. */
    Duration SLICE = Duration.ofMillis(100);

    /** Real time, in slices. */
    Pauses REAL = Pauses::sleep;

    /**
     * Returns after {@code duration}, asking {@code progress} in between.
     *
     * @throws CancelledException if it was cancelled or the thread is interrupted; its flag stays set
     */
    void pause(Duration duration, Progress progress);

    private static void sleep(Duration duration, Progress progress) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            progress.check();
            try {
                Thread.sleep(Math.max(1, Math.min(SLICE.toMillis(), left / 1_000_000)));
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        progress.check();
    }

    /** Keeps the thread's flag for whoever looks at it next. */
    static CancelledException interrupted() {
        Thread.currentThread().interrupt();
        return new CancelledException("The thread was interrupted while it waited for a server.");
    }
}
