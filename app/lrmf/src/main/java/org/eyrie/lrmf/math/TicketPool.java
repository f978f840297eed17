package org.eyrie.lrmf.math;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work through numbered tickets together, the calling thread being one of them. What a ticket becomes must
 * depend on that ticket and on those it awaits alone: then the number of threads changes no digit.
 *
 * <p>Whatever a thread throws, errors included, reaches the caller as it is, what others threw besides being suppressed
 * in it. Nobody works on when {@link #run} has returned.
 */
public final class TicketPool implements AutoCloseable {

    private static final TicketPool ALONE = new TicketPool(Runnable::run, 0, null);

    private final Executor executor;
    private final int helpers;
    private final @Nullable ExecutorService own;

    private TicketPool(Executor executor, int helpers, @Nullable ExecutorService own) {
        this.executor = executor;
        this.helpers = helpers;
        this.own = own;
    }

    /** The calling thread and nobody else. */
    public static TicketPool alone() {
        return ALONE;
    }

    /** The calling thread and as many of the machine's common pool as have nothing better to do. */
    public static TicketPool common() {
        return new TicketPool(ForkJoinPool.commonPool(), ForkJoinPool.getCommonPoolParallelism(), null);
    }

    /**
     * The calling thread and threads of one's own, which live until the pool is closed.
     *
     * @param threads how many work, the calling thread included
     * @throws IllegalArgumentException if that is less than one
     */
    public static TicketPool of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread must work, not " + threads);
        }
        if (threads == 1) {
            return ALONE;
        }
        ExecutorService own = Executors.newFixedThreadPool(threads - 1, task -> {
            Thread thread = new Thread(task, "lrmf-worker");
            thread.setDaemon(true);
            return thread;
        });
        return new TicketPool(own, threads - 1, own);
    }

    /**
     * Does the tickets 0 to {@code tickets} - 1, or fewer once one of them could not be done.
     *
     * @param progress asked now and then from the calling thread; ends the work where it was cancelled
     * @param worker makes a worker with a workspace of its own, once per thread
     * @return whether all were done
     */
    public boolean run(int tickets, Progress progress, Function<TicketRun, TicketWorker> worker) {
        return new TicketRun(tickets, helpers == 0).start(executor, helpers, progress, worker);
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdownNow();
        }
    }
}
