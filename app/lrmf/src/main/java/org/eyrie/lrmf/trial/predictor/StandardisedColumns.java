package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;

/** Columns brought to mean zero and deviation one, so that one ridge suits all. */
final class StandardisedColumns {

    /** Deviation of columns that have none, such as an item that everyone answers. */
    private static final double LEAST_DEVIATION = 1e-3;

    private final double[] mean;
    private final double[] deviation;

    StandardisedColumns(int columns, ValuesByModel values) {
        mean = new double[columns];
        deviation = new double[columns];
        int[] count = new int[columns];
        for (int c = 0; c < values.cells(); c++) {
            mean[values.column(c)] += values.value(c);
            count[values.column(c)]++;
        }
        Arrays.setAll(mean, column -> mean[column] / Math.max(1, count[column]));
        for (int c = 0; c < values.cells(); c++) {
            double difference = values.value(c) - mean[values.column(c)];
            deviation[values.column(c)] += difference * difference;
        }
        Arrays.setAll(
                deviation,
                column -> Math.max(LEAST_DEVIATION, Math.sqrt(deviation[column] / Math.max(1, count[column]))));
    }

    int count() {
        return mean.length;
    }

    double standard(int column, double value) {
        return (value - mean[column]) / deviation[column];
    }

    double value(int column, double standard) {
        return mean[column] + deviation[column] * standard;
    }
}
