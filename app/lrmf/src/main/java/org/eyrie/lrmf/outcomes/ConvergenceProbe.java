package org.eyrie.lrmf.outcomes;

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

    /** Root mean square move of the logits since the last call. */
    double move(Factors models, Factors columns) {
        double sum = 0;
        for (int c = 0; c < logit.length; c++) {
            double now = 0;
            for (int k = 0; k < models.stride().extended(); k++) {
                now += (double) models.get(row[c], k) * columns.get(column[c], k);
            }
            sum += (now - logit[c]) * (now - logit[c]);
            logit[c] = now;
        }
        return Math.sqrt(sum / Math.max(1, logit.length));
    }
}
