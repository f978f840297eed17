package org.eyrie.lrmf.posterior;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.InverseColumn;

/**
 * Columns of the inverse of what families share, the ones used last kept. Safe for many threads: a column is computed by
 * whoever asks first, outside of the lock, and others wait for that column alone.
 */
final class KeptColumns {

    /** All columns of a fit of 5,000 models and 6 benchmarks take several times as much; those asked for do not. */
    static final long USUAL_BYTES = 128L << 20;

    private final BlockCholesky factor;
    private final int most;
    private final Map<Integer, FutureTask<double[]>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param columnBytes how large a column is
     * @param bytes how much may be kept; a column is kept whatever its size
     */
    KeptColumns(BlockCholesky factor, long columnBytes, long bytes) {
        this.factor = factor;
        this.most = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / Math.max(1, columnBytes)));
    }

    /** A node's columns as {@link InverseColumn} gives them; not to be changed. */
    double[] of(int node) {
        FutureTask<double[]> column;
        synchronized (kept) {
            column = kept.get(node);
            if (column == null) {
                column = new FutureTask<>(() -> InverseColumn.of(factor, node));
                kept.put(node, column);
                Iterator<Integer> eldest = kept.keySet().iterator();
                while (kept.size() > most) {
                    eldest.next();
                    eldest.remove();
                }
            }
        }
        column.run(); // does nothing where somebody did or does
        return result(column, node);
    }

    private double[] result(FutureTask<double[]> column, int node) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return column.get();
                } catch (InterruptedException e) {
                    interrupted = true; // another thread computes it, and that takes milliseconds
                }
            }
        } catch (ExecutionException | CancellationException failed) {
            synchronized (kept) {
                kept.remove(node, column); // for want of memory, say: the next one tries again
            }
            throw new IllegalStateException("A column of the inverse could not be computed", failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
