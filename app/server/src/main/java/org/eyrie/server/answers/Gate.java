package org.eyrie.server.answers;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eyrie.model.TooBusyException;

/** Lets as many work at once as there are processors; a few wait a moment, and everybody else is told to come again. */
final class Gate {

    private final Semaphore places;
    private final Semaphore queue;
    private final long patienceMillis;

    /**
     * @param places how many work at once
     * @param queue how many wait for a place
     * @param patience how long they wait
     */
    Gate(int places, int queue, Duration patience) {
        this.places = new Semaphore(places, true);
        this.queue = new Semaphore(queue);
        this.patienceMillis = patience.toMillis();
    }

    /**
     * Does the work, in its turn.
     *
     * @throws TooBusyException if there was no place in time; nothing was done then
     */
    <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (places.tryAcquire()) {
            return;
        }
        if (!queue.tryAcquire()) {
            throw new TooBusyException();
        }
        try {
            if (!places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new TooBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException();
        } finally {
            queue.release();
        }
    }
}
