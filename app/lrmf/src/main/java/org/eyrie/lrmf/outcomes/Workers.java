package org.eyrie.lrmf.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Shares rows out among threads in small pieces, so that none is left alone with a long rest. What is computed for a
 * row depends on that row only, therefore the number of threads changes no digit.
 */
final class Workers implements AutoCloseable {

    private static final int PIECE = 32;

    private final int threads;
    private final ExecutorService pool;
    private final BooleanSupplier cancelled;

    Workers(int threads, BooleanSupplier cancelled) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread must work, not " + threads);
        }
        this.threads = threads;
        this.cancelled = cancelled;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "lrmf-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs a task for every row from 0 to {@code rows} - 1, or for fewer once cancelled.
     *
     * @param worker makes a task with a workspace of its own, once per thread
     */
    void run(int rows, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(pool.submit(() -> work(rows, next, worker.get())));
        }
        for (Future<?> each : running) {
            await(each);
        }
    }

    private void work(int rows, AtomicInteger next, IntConsumer task) {
        int from = next.getAndAdd(PIECE);
        while (from < rows && !cancelled.getAsBoolean()) {
            for (int row = from; row < Math.min(rows, from + PIECE); row++) {
                task.accept(row);
            }
            from = next.getAndAdd(PIECE);
        }
    }

    private static void await(Future<?> each) {
        try {
            each.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while fitting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
