package org.eyrie.lrmf.learning;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.statistics.CellMoments;

/**
 * Columns before learning, from means, variances and pairwise correlations of what was measured.
 *
 * @param columns with a twentieth of the variance as noise
 * @param spread covariance of the models' numbers, d x d
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnStart(ColumnParameters columns, double[] spread) {

    /** Correlations count as if that many further models had shown none. */
    private static final double SHRINKAGE = 10;

    /** Two columns are never taken for one before learning. */
    private static final double MOST_CORRELATION = 0.99;

    /** Least eigenvalue of the covariance, as a share of the largest. */
    private static final double LEAST_EIGENVALUE = 1e-3;

    private static final double LEAST_VARIANCE = 1e-2;
    private static final double USUAL_VARIANCE = 0.5;

    static ColumnStart of(CellMoments moments, LrmfSettings settings) {
        int count = moments.columns();
        double[] mean = new double[count];
        double[] trials = new double[count];
        Arrays.setAll(mean, moments::mean);
        Arrays.setAll(trials, moments::medianTrials);
        double[] variance = variances(moments);
        DMatrixRMaj covariance = covariance(moments, variance);
        boolean identity = count <= settings.maxRank();
        int d = Math.min(count, settings.maxRank());
        double[] loading = identity ? identity(count) : leading(covariance, d);
        double[] spread = identity ? covariance.getData() : identity(d);
        ColumnParameters columns =
                new ColumnParameters(count, d, identity, loading, mean, new double[count], trials, variance);
        double[] noise = new double[count];
        Arrays.setAll(noise, columns::startingNoise);
        return new ColumnStart(columns.withNoise(noise), spread);
    }

    /** With two models' worth of a usual variance: columns may have one cell or none. */
    private static double[] variances(CellMoments moments) {
        double[] variance = new double[moments.columns()];
        Arrays.setAll(
                variance,
                i -> Math.max(
                        (moments.centred(i, i) + 2 * USUAL_VARIANCE) / (moments.count(i, i) + 2), LEAST_VARIANCE));
        return variance;
    }

    /** Pairwise over the models that have both cells; made positive definite by lifting its eigenvalues. */
    private static DMatrixRMaj covariance(CellMoments moments, double[] variance) {
        int m = variance.length;
        DMatrixRMaj result = new DMatrixRMaj(m, m);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double scale = Math.sqrt(variance[i] * variance[j]);
                double correlation = moments.centred(i, j) / scale / (moments.count(i, j) + SHRINKAGE);
                result.set(
                        i,
                        j,
                        i == j
                                ? variance[i]
                                : scale * Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, correlation)));
            }
        }
        return lifted(result);
    }

    private static DMatrixRMaj lifted(DMatrixRMaj matrix) {
        int m = matrix.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(matrix);
        double largest = 0;
        for (int k = 0; k < m; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        DMatrixRMaj result = new DMatrixRMaj(m, m);
        for (int k = 0; k < m; k++) {
            double value = Math.max(eigen.getEigenvalue(k).getReal(), LEAST_EIGENVALUE * largest);
            DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    result.add(i, j, value * vector.get(i) * vector.get(j));
                }
            }
        }
        return result;
    }

    /** Loadings along the d largest principal axes, m x d, signed so that each axis sums to a positive number. */
    private static double[] leading(DMatrixRMaj covariance, int d) {
        int m = covariance.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(covariance);
        Integer[] order = new Integer[m];
        Arrays.setAll(order, k -> k);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
        double[] loading = new double[m * d];
        for (int k = 0; k < d; k++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            double length = Math.sqrt(Math.max(eigen.getEigenvalue(order[k]).getReal(), 0));
            double sum = 0;
            for (int i = 0; i < m; i++) {
                sum += vector.get(i);
            }
            for (int i = 0; i < m; i++) {
                loading[i * d + k] = Math.copySign(length, sum) * vector.get(i);
            }
        }
        return loading;
    }

    private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.getNumRows(), true, true);
        if (!eigen.decompose(matrix.copy())) {
            throw new ArithmeticException("The covariance of the columns has no eigenvalues");
        }
        return eigen;
    }

    private static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }
}
