package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;

/** Errors of one kind of guess, column by column, and the quantiles that make intervals of them. */
final class Residuals {

    /** With fewer errors than this in a column, those of all columns are used: .05 quantiles need about twenty. */
    private static final int FEWEST = 20;

    private final DoubleList[] byColumn;
    private final DoubleList all = new DoubleList();

    Residuals(int columns) {
        byColumn = new DoubleList[columns];
        Arrays.setAll(byColumn, column -> new DoubleList());
    }

    /** Takes note of a truth less its guess, which must not have been made with that truth. */
    void add(int column, double residual) {
        byColumn[column].add(residual);
        all.add(residual);
    }

    /** To be called once, when all errors are known. */
    void sort() {
        for (DoubleList residuals : byColumn) {
            residuals.sort();
        }
        all.sort();
    }

    boolean isEmpty() {
        return all.size() == 0;
    }

    /** What to add to a guess for the lower end; negative infinity where there are too few errors to tell. */
    double lower(int column, double level) {
        DoubleList residuals = of(column);
        int rank = (int) Math.floor((residuals.size() + 1) * (1 - level) / 2);
        return rank < 1 ? Double.NEGATIVE_INFINITY : residuals.get(rank - 1);
    }

    /** What to add to a guess for the upper end; infinity where there are too few errors to tell. */
    double upper(int column, double level) {
        DoubleList residuals = of(column);
        int rank = (int) Math.ceil((residuals.size() + 1) * (1 + level) / 2);
        return rank > residuals.size() ? Double.POSITIVE_INFINITY : residuals.get(rank - 1);
    }

    private DoubleList of(int column) {
        return byColumn[column].size() < FEWEST ? all : byColumn[column];
    }
}
