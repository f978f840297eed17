package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What plain factorisation knows of the columns, on their standard scale: loadings, intercepts and noise. */
final class Loadings {

    private static final double FIRST_NOISE = 0.5;

    private final int rank;
    private final ValuesByModel values;
    private final StandardisedColumns columns;

    /** Per column its loadings, then its intercept. */
    final double[] row;

    /** Variance per column of what the factors do not explain. */
    final double[] noise;

    Loadings(int rank, ValuesByModel values, StandardisedColumns columns, SplittableRandom random) {
        this.rank = rank;
        this.values = values;
        this.columns = columns;
        this.row = new double[Math.multiplyExact(columns.count(), rank + 1)];
        this.noise = new double[columns.count()];
        Arrays.fill(noise, FIRST_NOISE);
        for (int k = 0; k < row.length; k++) {
            row[k] = k % (rank + 1) == rank ? 0 : random.nextGaussian() / Math.sqrt(2.0 * rank);
        }
    }

    int rank() {
        return rank;
    }

    int columns() {
        return columns.count();
    }

    /** Solves for a model's factors, whose prior is standard normal, from some of its cells, given by their index. */
    void solveModel(int[] cells, int count, RidgeSolver solver, double[] into, int from) {
        solver.begin(1);
        for (int k = 0; k < count; k++) {
            int column = values.column(cells[k]);
            double target = columns.standard(column, values.value(cells[k])) - row[column * (rank + 1) + rank];
            solver.add(row, column * (rank + 1), target, 1 / noise[column]);
        }
        solver.solve(into, from);
    }

    /** Predicted value of a column, on the values' scale. */
    double value(double[] factors, int from, int column) {
        double sum = row[column * (rank + 1) + rank];
        for (int k = 0; k < rank; k++) {
            sum += factors[from + k] * row[column * (rank + 1) + k];
        }
        return columns.value(column, sum);
    }
}
