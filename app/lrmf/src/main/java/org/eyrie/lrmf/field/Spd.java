package org.eyrie.lrmf.field;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Inverse and log-determinant of small dense symmetric positive definite matrices. */
public final class Spd {

    private Spd() {}

    /**
     * Inverse, row by row.
     *
     * @throws ArithmeticException if the matrix is not positive definite
     */
    public static double[] inverse(double[] a, int d) {
        DMatrixRMaj matrix = new DMatrixRMaj(d, d, true, a.clone());
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(d);
        if (!solver.setA(matrix)) {
            throw new ArithmeticException("A strength's covariance is not positive definite");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(d, d);
        solver.invert(inverse);
        double[] data = inverse.getData();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (data[i * d + j] + data[j * d + i]) / 2;
                data[i * d + j] = mean;
                data[j * d + i] = mean;
            }
        }
        return data;
    }

    /** Logarithm of the determinant. */
    public static double logDeterminant(double[] a, int d) {
        double sum = 0;
        DMatrixRMaj l = new DMatrixRMaj(d, d, true, a.clone());
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(d, true);
        if (!cholesky.decompose(l)) {
            throw new ArithmeticException("A strength's covariance is not positive definite");
        }
        DMatrixRMaj factor = cholesky.getT(null);
        for (int i = 0; i < d; i++) {
            sum += 2 * Math.log(factor.get(i, i));
        }
        return sum;
    }

    /** x of A x = b, A symmetric positive definite. */
    public static double[] solve(double[] a, double[] b) {
        int n = b.length;
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        if (!solver.setA(new DMatrixRMaj(n, n, true, a.clone()))) {
            throw new ArithmeticException("The system of the pulls is not positive definite");
        }
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        solver.solve(new DMatrixRMaj(n, 1, true, b.clone()), x);
        return x.getData();
    }

    /** tr(A B) of symmetric matrices. */
    public static double traceOfProduct(double[] a, double[] b) {
        return CommonOps_DDRM.dot(new DMatrixRMaj(a.length, 1, true, a), new DMatrixRMaj(b.length, 1, true, b));
    }
}
