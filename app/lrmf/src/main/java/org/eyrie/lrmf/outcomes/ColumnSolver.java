package org.eyrie.lrmf.outcomes;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The column that fits statistics and prior best. A worker has one and reuses it. */
final class ColumnSolver {

    private final ColumnPrior prior;
    private final int size;
    private final boolean spread;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final DMatrixRMaj inverse;
    private final LinearSolverDense<DMatrixRMaj> cholesky;

    /**
     * @param size D, a factor with its intercept
     * @param spread whether to add the posterior covariance to the factor's outer product
     */
    ColumnSolver(ColumnPrior prior, int size, boolean spread) {
        this.prior = prior;
        this.size = size;
        this.spread = spread;
        this.matrix = new DMatrixRMaj(size, size);
        this.right = new DMatrixRMaj(size, 1);
        this.solution = new DMatrixRMaj(size, 1);
        this.inverse = new DMatrixRMaj(size, size);
        this.cholesky = LinearSolverFactory_DDRM.chol(size);
    }

    /** Replaces the factor of column i by the best under what is known of it as column {@code at} of the statistics. */
    void solve(ColumnStatistics statistics, int at, int i, Factors columns) {
        DMatrixRMaj precision = prior.precision(i);
        statistics.read(at, matrix.data, right.data);
        for (int j = 0; j < size; j++) {
            double sum = right.data[j];
            for (int k = 0; k < size; k++) {
                sum += precision.data[j * size + k] * prior.expected(i, k);
            }
            right.data[j] = sum;
        }
        CommonOps_DDRM.addEquals(matrix, precision);
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
    }
}
