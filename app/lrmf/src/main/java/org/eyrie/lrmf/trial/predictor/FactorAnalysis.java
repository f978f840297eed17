package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.task.Progress;

/**
 * Fits models and columns in turn by ridge regressions on each other, where the columns' step also counts how uncertain
 * the models' factors are: expectation maximisation of factor analysis with missing cells (Rubin and Thayer 1982). The
 * ridge is thereby learned. Plain alternating least squares with the best of six ridges and four ranks came out worse
 * with few cells: RMSE .0728 against .0682 with two benchmarks of six revealed.
 */
final class FactorAnalysis {

    /** The prior of a column's noise counts like one cell of this variance: no noise is ever zero. */
    private static final double NOISE_PRIOR = 0.05;

    private final ValuesByModel values;
    private final StandardisedColumns columns;
    private final Loadings loadings;
    private final int models;
    private final int rank;
    private final int[] modelOf;
    private final Groups byColumn;

    /** Per model its factors, then a one for the intercept. */
    private final double[] factors;

    /** Per model the covariance of its factors. */
    private final double[] covariance;

    FactorAnalysis(int models, ValuesByModel values, StandardisedColumns columns, Loadings loadings) {
        this.models = models;
        this.values = values;
        this.columns = columns;
        this.loadings = loadings;
        this.rank = loadings.rank();
        this.factors = new double[Math.multiplyExact(models, rank + 1)];
        this.covariance = new double[Math.multiplyExact(models, rank * rank)];
        this.modelOf = new int[values.cells()];
        for (int u = 0; u < models; u++) {
            Arrays.fill(modelOf, values.first(u), values.first(u + 1), u);
        }
        this.byColumn = Groups.of(values.columns(), columns.count());
    }

    /** Sweeps until no loading changes by more than the tolerance, or the limit is reached. */
    void fit(int limit, double tolerance, Progress progress) {
        double change = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < limit && change > tolerance; sweep++) {
            progress.check();
            progress.at("sweep " + (sweep + 1), sweep, limit);
            double[] before = loadings.row.clone();
            solveModels();
            solveColumns();
            change = largestDifference(before, loadings.row);
        }
    }

    private void solveModels() {
        RidgeSolver solver = new RidgeSolver(rank);
        for (int u = 0; u < models; u++) {
            int[] cells = values.cellsOf(u);
            loadings.solveModel(cells, cells.length, solver, factors, u * (rank + 1));
            solver.invert(covariance, u * rank * rank);
            factors[u * (rank + 1) + rank] = 1;
        }
    }

    private void solveColumns() {
        RidgeSolver solver = new RidgeSolver(rank + 1);
        for (int i = 0; i < columns.count(); i++) {
            // The loadings' prior is standard normal, and the intercept's too: it is near zero on the standard scale.
            solver.begin(loadings.noise[i]);
            for (int at = byColumn.first(i); at < byColumn.end(i); at++) {
                int u = modelOf[byColumn.item(at)];
                solver.add(factors, u * (rank + 1), columns.standard(i, values.value(byColumn.item(at))), 1);
                solver.addVariance(covariance, u * rank * rank, rank);
            }
            solver.solve(loadings.row, i * (rank + 1));
            loadings.noise[i] = noise(i);
        }
    }

    private double noise(int column) {
        double sum = NOISE_PRIOR;
        for (int at = byColumn.first(column); at < byColumn.end(column); at++) {
            int c = byColumn.item(at);
            int u = modelOf[c];
            double fitted = loadings.value(factors, u * (rank + 1), column);
            double error = columns.standard(column, values.value(c)) - columns.standard(column, fitted);
            sum += error * error + variance(u, column);
        }
        return sum / (1 + byColumn.size(column));
    }

    /** Variance of a model's value in a column that comes from its uncertain factors. */
    private double variance(int u, int column) {
        double sum = 0;
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                sum += loadings.row[column * (rank + 1) + i]
                        * covariance[(u * rank + i) * rank + j]
                        * loadings.row[column * (rank + 1) + j];
            }
        }
        return sum;
    }

    private static double largestDifference(double[] a, double[] b) {
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }
}
