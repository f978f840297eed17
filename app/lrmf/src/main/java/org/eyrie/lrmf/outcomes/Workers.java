package org.eyrie.lrmf.outcomes;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eyrie.lrmf.math.TicketPool;
import org.eyrie.task.Progress;

/**
 * Shares rows out among threads in small pieces, so that none is left alone with a long rest. What is computed for a
 * row depends on that row only, therefore the number of threads changes no digit.
 */
final class Workers implements AutoCloseable {

    private static final int PIECE = 32;

    private final TicketPool pool;
    private final Progress progress;

    Workers(int threads, Progress progress) {
        this.pool = TicketPool.of(threads);
        this.progress = progress;
    }

    /**
     * Runs a task for every row from 0 to {@code rows} - 1, or for fewer once cancelled.
     *
     * @param worker makes a task with a workspace of its own, once per thread
     */
    void run(int rows, Supplier<IntConsumer> worker) {
        int pieces = rows / PIECE + (rows % PIECE == 0 ? 0 : 1);
        pool.run(pieces, Progress.NONE, run -> {
            IntConsumer task = worker.get();
            return piece -> !progress.cancelled() && work(task, piece * PIECE, rows);
        });
    }

    private static boolean work(IntConsumer task, int from, int rows) {
        for (int row = from; row < rows && row - from < PIECE; row++) {
            task.accept(row);
        }
        return true;
    }

    @Override
    public void close() {
        pool.close();
    }
}
