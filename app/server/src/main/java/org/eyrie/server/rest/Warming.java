package org.eyrie.server.rest;

import java.util.concurrent.atomic.AtomicReference;
import org.eyrie.model.FitId;
import org.jspecify.annotations.Nullable;

/** Gets ready for questions about a fit as soon as it is seen, whoever made it. */
final class Warming {

    private final Runnable warmUp;
    private final AtomicReference<@Nullable FitId> last = new AtomicReference<>();

    /** @param warmUp does its best, throws nothing */
    Warming(Runnable warmUp) {
        this.warmUp = warmUp;
    }

    /** Of another fit than the last time, work begins in the background. */
    void seen(@Nullable FitId fit) {
        FitId before = last.get();
        if (fit != null && !fit.equals(before) && last.compareAndSet(before, fit)) {
            Thread thread = new Thread(warmUp, "warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
