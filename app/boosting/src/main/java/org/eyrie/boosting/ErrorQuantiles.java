package org.eyrie.boosting;

import java.util.Arrays;
import java.util.List;

/** Quantiles of errors by column; where a column has few, of all columns. */
final class ErrorQuantiles {

    /** Of fewer errors the outer tenths are luck. */
    private static final int FEWEST = 20;

    private final double[][] sorted;
    private final double[] all;

    ErrorQuantiles(List<BoostedColumn> columns) {
        sorted = columns.stream()
                .map(column -> Arrays.stream(column.residuals()).sorted().toArray())
                .toArray(double[][]::new);
        all = Arrays.stream(sorted).flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** What a further error stays below with that probability; without bound where there are too few to tell. */
    double at(int column, double probability) {
        double[] errors = sorted[column].length < FEWEST ? all : sorted[column];
        double place = (errors.length + 1) * probability - 1;
        if (place < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (place > errors.length - 1) {
            return Double.POSITIVE_INFINITY;
        }
        int below = (int) place;
        int above = Math.min(below + 1, errors.length - 1);
        return errors[below] + (place - below) * (errors[above] - errors[below]);
    }
}
