package org.eyrie.lrmf.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link TicketPool} through its tickets. Each thread takes the next one and waits for those before it that
 * it needs: a ticket needs only tickets that somebody has taken, so that nobody waits for ever.
 */
public final class TicketRun {

    private static final int CHECKED_EVERY = 64;
    private static final int SPINS = 2_000;
    private static final long PAUSE_NANOS = 20_000;

    private static final TicketRun OF_NOBODY_ELSE = new TicketRun(0, true);

    private final int tickets;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicIntegerArray done;
    private final boolean alone;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    TicketRun(int tickets, boolean alone) {
        this.tickets = tickets;
        this.alone = alone;
        this.done = new AtomicIntegerArray(alone ? 0 : tickets);
    }

    /** A run in which all that is awaited has been done: for work that is not shared. */
    public static TicketRun alone() {
        return OF_NOBODY_ELSE;
    }

    boolean start(Executor executor, int helpers, Progress progress, Function<TicketRun, TicketWorker> worker) {
        List<Turn> turns = new ArrayList<>(helpers);
        try {
            for (int k = 0; k < helpers; k++) {
                Turn turn = new Turn(() -> attempt(worker, Progress.NONE));
                turns.add(turn);
                executor.execute(turn);
            }
            attempt(worker, progress);
        } catch (Throwable e) { // no thread to be had: those that are under way must end all the same
            fail(e);
        }
        turns.forEach(Turn::end);
        Throwable first = failure.get();
        if (first != null) {
            TicketRun.<RuntimeException>throwAsItIs(first);
        }
        return !stopped;
    }

    /** A helper's turn, which begins when a thread comes free and never once the caller is through. */
    private static final class Turn implements Runnable {

        private static final int WAITING = 0;
        private static final int WORKING = 1;
        private static final int OVER = 2;

        private final Runnable work;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger state = new AtomicInteger(WAITING);

        Turn(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (state.compareAndSet(WAITING, WORKING)) {
                try {
                    work.run();
                } finally {
                    state.set(OVER);
                    LockSupport.unpark(caller);
                }
            }
        }

        /** Called by the caller; an interrupt does not shorten it, as a turn still writes into the caller's arrays. */
        void end() {
            boolean interrupted = false;
            if (!state.compareAndSet(WAITING, OVER)) {
                while (state.get() != OVER) {
                    LockSupport.parkNanos(this, PAUSE_NANOS);
                    interrupted |= Thread.interrupted();
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void attempt(Function<TicketRun, TicketWorker> worker, Progress progress) {
        try {
            work(worker.apply(this), progress);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void work(TicketWorker worker, Progress progress) {
        for (int ticket = next.getAndIncrement(); ticket < tickets && !stopped; ticket = next.getAndIncrement()) {
            if (ticket % CHECKED_EVERY == 0) {
                progress.check();
            }
            if (!worker.work(ticket)) {
                stopped = true;
                return;
            }
            if (!alone) {
                done.setRelease(ticket, 1);
            }
        }
    }

    private void fail(Throwable thrown) {
        Throwable first = failure.compareAndExchange(null, thrown);
        if (first != null && first != thrown) {
            first.addSuppressed(thrown);
        }
        stopped = true;
    }

    @SuppressWarnings("unchecked") // thrown by code that declares nothing, hence unchecked in all but name
    private static <E extends Throwable> void throwAsItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Waits until a ticket is done; returns at once where the work has been given up. */
    public void await(int ticket) {
        if (alone) {
            return;
        }
        int spins = 0;
        while (done.getAcquire(ticket) == 0 && !stopped) {
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
