package org.eyrie.lrmf.learning;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.posterior.LrmfSettings;

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

    private static final double LEAST_VARIANCE = 1e-2;
    private static final double USUAL_VARIANCE = 0.5;

    static ColumnStart of(ObservedCells cells, int count, LrmfSettings settings) {
        double[] mean = new double[count];
        double[] variance = new double[count];
        moments(cells, count, mean, variance);
        double[] trials = usualTrials(cells, count);
        DMatrixRMaj covariance = covariance(cells, mean, variance);
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

    private static void moments(ObservedCells cells, int count, double[] mean, double[] variance) {
        int[] n = new int[count];
        for (int k = 0; k < cells.size(); k++) {
            n[cells.column[k]]++;
            mean[cells.column[k]] += cells.logit[k];
        }
        for (int i = 0; i < count; i++) {
            mean[i] /= Math.max(n[i], 1);
        }
        for (int k = 0; k < cells.size(); k++) {
            double y = cells.logit[k] - mean[cells.column[k]];
            variance[cells.column[k]] += y * y;
        }
        for (int i = 0; i < count; i++) { // two models' worth of a usual variance: columns may have one cell or none
            variance[i] = Math.max((variance[i] + 2 * USUAL_VARIANCE) / (n[i] + 2), LEAST_VARIANCE);
        }
    }

    private static double[] usualTrials(ObservedCells cells, int count) {
        double[][] byColumn = new double[count][8];
        int[] n = new int[count];
        for (int k = 0; k < cells.size(); k++) {
            int i = cells.column[k];
            if (n[i] == byColumn[i].length) {
                byColumn[i] = Arrays.copyOf(byColumn[i], n[i] * 2);
            }
            byColumn[i][n[i]++] = cells.trials[k];
        }
        double[] median = new double[count];
        for (int i = 0; i < count; i++) {
            Arrays.sort(byColumn[i], 0, n[i]);
            median[i] = n[i] == 0 ? 1 : byColumn[i][n[i] / 2];
        }
        return median;
    }

    /** Pairwise over the models that have both cells; made positive definite by lifting its eigenvalues. */
    private static DMatrixRMaj covariance(ObservedCells cells, double[] mean, double[] variance) {
        int m = mean.length;
        DMatrixRMaj sum = new DMatrixRMaj(m, m);
        DMatrixRMaj pairs = new DMatrixRMaj(m, m);
        for (int u = 0; u < cells.models(); u++) {
            for (int a = cells.start[u]; a < cells.start[u + 1]; a++) {
                int i = cells.column[a];
                for (int b = cells.start[u]; b < cells.start[u + 1]; b++) {
                    int j = cells.column[b];
                    sum.add(i, j, (cells.logit[a] - mean[i]) * (cells.logit[b] - mean[j]));
                    pairs.add(i, j, 1);
                }
            }
        }
        DMatrixRMaj result = new DMatrixRMaj(m, m);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double scale = Math.sqrt(variance[i] * variance[j]);
                double correlation = sum.get(i, j) / scale / (pairs.get(i, j) + SHRINKAGE);
                result.set(i, j, i == j ? variance[i] : scale * Math.max(-0.99, Math.min(0.99, correlation)));
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
            double value = Math.max(eigen.getEigenvalue(k).getReal(), 1e-3 * largest);
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
