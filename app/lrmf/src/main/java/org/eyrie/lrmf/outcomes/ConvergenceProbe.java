package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Watches some cells, evenly spread over the table, to see whether predictions still move. Factors themselves are no
 * good for that: they can drift along directions that change no prediction.
 */
final class ConvergenceProbe {

    private static final int CELLS = 4096;

    private final int[] row;
    private final int[] column;
    private final double[] logit;

    ConvergenceProbe(int rows, int columns) {
        long all = (long) rows * columns;
        int cells = (int) Math.min(all, CELLS);
        row = new int[cells];
        column = new int[cells];
        logit = new double[cells];
        for (int c = 0; c < cells; c++) {
            // a stride by the golden ratio visits every row and column alike
            long cell = cells == all ? c : (long) (c * 0.6180339887498949 % 1 * all);
            row[c] = (int) (cell / columns);
            column[c] = (int) (cell % columns);
        }
    }

    /** The model that the c-th of the watched cells is of. */
    int row(int c) {
        return row[c];
    }

    /**
     * The factors that {@link #move} needs of some models that lie together, one behind the other in the order of cells.
     *
     * @param models their factors
     * @param first row of the first of them
     */
    float[] read(Factors models, int first) {
        int size = models.stride().extended();
        int[] mine = IntStream.range(0, row.length)
                .filter(c -> row[c] >= first && row[c] < first + models.count())
                .toArray();
        float[] read = new float[mine.length * size];
        for (int k = 0; k < read.length; k++) {
            read[k] = models.get(row[mine[k / size]] - first, k % size);
        }
        return read;
    }

    /** Root mean square move of the logits since the last call. */
    double move(Factors models, Factors columns) {
        double[] factor = new double[models.stride().extended()];
        return move(
                c -> {
                    Arrays.setAll(factor, k -> models.get(row[c], k));
                    return factor;
                },
                columns);
    }

    /** @param factor of the model of the c-th cell; asked once for each, in their order */
    double move(IntFunction<double[]> factor, Factors columns) {
        double sum = 0;
        for (int c = 0; c < logit.length; c++) {
            double[] model = factor.apply(c);
            double now = 0;
            for (int k = 0; k < model.length; k++) {
                now += model[k] * columns.get(column[c], k);
            }
            sum += (now - logit[c]) * (now - logit[c]);
            logit[c] = now;
        }
        return Math.sqrt(sum / Math.max(1, logit.length));
    }
}
