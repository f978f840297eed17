package org.eyrie.lrmf.outcomes;

import java.util.function.IntConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Solves for every column's loadings and intercept, one column at a time, since columns meet only in their prior. */
final class ColumnStep {

    private final PaddedRank stride;
    private final ColumnPrior prior;

    ColumnStep(PaddedRank stride, ColumnPrior prior) {
        this.stride = stride;
        this.prior = prior;
    }

    /** @param table outcomes with columns as rows */
    void solve(OutcomeTable table, Factors models, Factors columns, boolean spread, Workers workers, Kernel kernel) {
        prior.look(columns); // before anything moves: the order in which columns are solved must not matter
        workers.run(table.rows(), () -> solver(table, models, columns, spread, kernel));
    }

    private IntConsumer solver(OutcomeTable table, Factors models, Factors columns, boolean spread, Kernel kernel) {
        int size = stride.extended();
        RowStatistics statistics = new RowStatistics(kernel, stride, spread);
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        DMatrixRMaj solution = new DMatrixRMaj(size, 1);
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(size);
        return i -> {
            statistics.collect(table, i, columns, models);
            DMatrixRMaj precision = prior.precision(i);
            int at = 0;
            for (int j = 0; j < size; j++) {
                for (int k = 0; k <= j; k++, at++) {
                    matrix.data[j * size + k] = statistics.gram[at] + precision.data[j * size + k];
                    matrix.data[k * size + j] = matrix.data[j * size + k];
                }
            }
            for (int j = 0; j < size; j++) {
                double sum = statistics.linear[j];
                for (int k = 0; k < size; k++) {
                    sum += precision.data[j * size + k] * prior.expected(i, k);
                }
                right.data[j] = sum;
            }
            if (!cholesky.setA(matrix)) {
                throw new ArithmeticException("The step of column " + i + " is not positive definite");
            }
            if (!spread) {
                cholesky.solve(right, right);
                columns.set(i, right.data);
                return;
            }
            cholesky.invert(inverse);
            CommonOps_DDRM.mult(inverse, right, solution);
            columns.set(i, solution.data);
            columns.addCovariance(i, inverse.data, 0, size);
        };
    }

    /** Learns every group's mean and covariance, and how alike neighbours are, from the columns' posteriors. */
    void learnPrior(Factors columns) {
        ColumnTies ties = prior.ties();
        if (!ties.learned()) {
            return;
        }
        int size = stride.extended();
        int[] count = new int[ties.groups()];
        double[][] sum = new double[ties.groups()][size];
        double[][] square = new double[ties.groups()][size * size];
        for (int i = 0; i < columns.count(); i++) {
            int g = ties.group()[i];
            count[g]++;
            for (int j = 0; j < size; j++) {
                sum[g][j] += columns.get(i, j);
            }
        }
        for (int i = 0; i < columns.count(); i++) {
            int g = ties.group()[i];
            for (int j = 0; j < size; j++) {
                for (int k = 0; k <= j; k++) {
                    square[g][j * size + k] += columns.square(i, j, k)
                            - (double) columns.get(i, j) * columns.get(i, k)
                            + rest(columns, i, j, sum[g], count[g]) * rest(columns, i, k, sum[g], count[g]);
                }
            }
        }
        for (int g = 0; g < ties.groups(); g++) {
            learnGroup(g, count[g], sum[g], square[g]);
        }
        prior.learnLikeness(columns);
    }

    /** What the group's mean and the neighbours leave unexplained of number j. */
    private double rest(Factors columns, int i, int j, double[] sum, int count) {
        return prior.likeness() > 0 ? columns.get(i, j) - prior.expected(i, j) : columns.get(i, j) - sum[j] / count;
    }

    private void learnGroup(int g, int count, double[] sum, double[] square) {
        int size = stride.extended();
        if (count <= size) {
            return; // too few columns to say how columns spread
        }
        DMatrixRMaj spread = new DMatrixRMaj(size, size);
        double[] mean = new double[size];
        for (int j = 0; j < size; j++) {
            mean[j] = sum[j] / count;
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                double value = square[j * size + k] / count;
                spread.set(j, k, value);
                spread.set(k, j, value);
            }
            spread.add(j, j, 1e-4);
        }
        prior.set(g, mean, spread);
    }
}
