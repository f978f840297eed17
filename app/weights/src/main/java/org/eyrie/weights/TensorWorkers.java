package org.eyrie.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Threads that make tensors, the largest first, so that none is left alone with a large one at the end. */
final class TensorWorkers implements AutoCloseable {

    /** What is done to one tensor. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    /**
     * One tensor's.
     *
     * @param bytes how large it is
     */
    record Work(long bytes, Task task) {}

    private final int threads;
    private final ExecutorService pool;

    /** @param threads how many tensors are made at once, at least 1 */
    TensorWorkers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "eyrie-tensors");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does all of it.
     *
     * @throws IOException of the first in the list that failed; what had not begun by then is not begun
     */
    void run(List<Work> works) throws IOException {
        if (threads == 1) {
            for (Work work : works) {
                work.task().run();
            }
            return;
        }
        AtomicBoolean failed = new AtomicBoolean();
        List<Work> order = new ArrayList<>(works);
        order.sort(Comparator.comparingLong(Work::bytes).reversed());
        Map<Work, Future<?>> running = new LinkedHashMap<>();
        for (Work work : order) {
            running.put(work, pool.submit(() -> one(work, failed)));
        }
        ExecutionException first = null;
        boolean interrupted = false;
        for (Work work : works) {
            for (Future<?> future = running.get(work); future != null; ) {
                try {
                    future.get();
                    break;
                } catch (ExecutionException e) {
                    first = first == null ? e : first;
                    break;
                } catch (InterruptedException e) {
                    // Threads in the middle of a file are waited for: interrupted, they would close it for all.
                    failed.set(true);
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (first != null) {
            throw unwrapped(first);
        }
        if (interrupted) {
            throw new java.io.InterruptedIOException("The merge was interrupted.");
        }
    }

    private static Void one(Work work, AtomicBoolean failed) throws IOException {
        if (!failed.get()) {
            try {
                work.task().run();
            } catch (IOException | RuntimeException | Error e) {
                failed.set(true);
                throw e;
            }
        }
        return null;
    }

    private static IOException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
