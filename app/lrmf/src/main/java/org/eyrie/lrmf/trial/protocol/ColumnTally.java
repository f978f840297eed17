package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;

/** Predictions and truths of one column, in parallel growing arrays. */
final class ColumnTally {

    private double[] mean = new double[8];
    private double[] lower = new double[8];
    private double[] upper = new double[8];
    private double[] truth = new double[8];
    private int cells;

    void add(double predicted, double from, double to, double score) {
        if (cells == mean.length) {
            mean = Arrays.copyOf(mean, 2 * cells);
            lower = Arrays.copyOf(lower, 2 * cells);
            upper = Arrays.copyOf(upper, 2 * cells);
            truth = Arrays.copyOf(truth, 2 * cells);
        }
        mean[cells] = predicted;
        lower[cells] = from;
        upper[cells] = to;
        truth[cells++] = score;
    }

    int cells() {
        return cells;
    }

    Figures figures() {
        Estimates estimates =
                new Estimates(Arrays.copyOf(mean, cells), Arrays.copyOf(lower, cells), Arrays.copyOf(upper, cells));
        return Figures.of(estimates, Arrays.copyOf(truth, cells));
    }
}
