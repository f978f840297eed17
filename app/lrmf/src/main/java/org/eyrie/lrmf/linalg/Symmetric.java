package org.eyrie.lrmf.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Small dense symmetric matrices. */
public final class Symmetric {

    private Symmetric() {}

    /**
     * The matrix with eigenvalues below a floor raised to it.
     *
     * @param matrix n x n row by row, symmetric; it stays as it is
     * @throws ArithmeticException if it has no eigenvalues: something in it is not finite
     */
    public static double[] floored(double[] matrix, int n, double least) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(DMatrixRMaj.wrap(n, n, matrix.clone()))) {
            throw new ArithmeticException("A symmetric matrix of " + n + " has no eigenvalues");
        }
        double[] result = matrix.clone();
        for (int e = 0; e < n; e++) {
            double missing = least - eigen.getEigenvalue(e).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(e);
            for (int j = 0; j < n && missing > 0; j++) {
                for (int k = 0; k < n; k++) {
                    result[j * n + k] += missing * vector.get(j) * vector.get(k);
                }
            }
        }
        return result;
    }
}
