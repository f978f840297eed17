package org.eyrie.lrmf.statistics;

import java.io.Serializable;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.LoadingPrior;

/**
 * Everything that is learned and all families share.
 *
 * @param columns loadings, intercepts and noise
 * @param loadings what columns are like beforehand
 * @param strengths covariances, pulls and fixed effects, which are always at their best for the rest
 */
public record SharedParameters(ColumnParameters columns, LoadingPrior loadings, Strengths strengths)
        implements Serializable {

    /**
     * The same as a vector without bounds: Cholesky factors with the logarithms of their diagonals, logarithms of the
     * noise, means of loadings and intercepts. Any such vector is something that might have been learned.
     */
    public double[] toVector() {
        int d = strengths.d();
        double[] x = new double[size()];
        int at = 0;
        for (int k = 0; k < strengths.classes(); k++) {
            DMatrixRMaj factor = factor(strengths.covariance()[k], d);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    x[at++] = i == j ? Math.log(factor.get(i, i)) : factor.get(i, j) / factor.get(j, j);
                }
            }
            for (double pull : strengths.pull()[k]) {
                x[at++] = pull;
            }
        }
        for (double noise : columns.noise()) {
            x[at++] = Math.log(noise);
        }
        if (!columns.identity()) {
            System.arraycopy(columns.loading(), 0, x, at, columns.loading().length);
            System.arraycopy(columns.intercept(), 0, x, at + columns.loading().length, columns.count());
        }
        return x;
    }

    private int size() {
        int d = strengths.d();
        int each = d * (d + 1) / 2;
        int pulls = Arrays.stream(strengths.pull()).mapToInt(p -> p.length).sum();
        int free = columns.identity() ? 0 : columns.loading().length + columns.count();
        return strengths.classes() * each + pulls + columns.count() + free;
    }

    /** What a vector of {@link #toVector} stands for; what is not in it, such as covariances of loadings, is taken from
     * here. */
    public SharedParameters withVector(double[] x) {
        int d = strengths.d();
        double[][] covariance = new double[strengths.classes()][];
        double[][] pull = new double[covariance.length][];
        int at = 0;
        for (int k = 0; k < covariance.length; k++) {
            double[] unit = new double[d * d];
            double[] scale = new double[d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < i; j++) {
                    unit[i * d + j] = x[at++];
                }
                unit[i * d + i] = 1;
                scale[i] = Math.exp(2 * x[at++]);
            }
            covariance[k] = product(unit, scale, d);
            pull[k] = Arrays.copyOfRange(x, at, at + strengths.pull()[k].length);
            at += pull[k].length;
        }
        double[] noise = new double[columns.count()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = Math.exp(x[at++]);
        }
        double[] loading = columns.loading();
        double[] intercept = columns.intercept();
        if (!columns.identity()) {
            loading = Arrays.copyOfRange(x, at, at + loading.length);
            intercept = Arrays.copyOfRange(x, at + loading.length, x.length);
        }
        return new SharedParameters(
                columns.withMeans(loading, intercept).withNoise(noise),
                loadings,
                new Strengths(d, covariance, pull, strengths.drift()));
    }

    /** The same with other fixed effects. */
    public SharedParameters withEffects(double[] effects) {
        return new SharedParameters(columns, loadings, strengths.withDrift(effects));
    }

    /** U diag(scale) Uᵀ of a unit lower triangle U. */
    private static double[] product(double[] unit, double[] scale, int d) {
        double[] result = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int t = 0; t <= Math.min(i, j); t++) {
                    result[i * d + j] += unit[i * d + t] * scale[t] * unit[j * d + t];
                }
            }
        }
        return result;
    }

    private static DMatrixRMaj factor(double[] covariance, int d) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(d, true);
        if (!cholesky.decompose(new DMatrixRMaj(d, d, true, covariance.clone()))) {
            throw new ArithmeticException("A strength's covariance is not positive definite");
        }
        return cholesky.getT(null);
    }
}
