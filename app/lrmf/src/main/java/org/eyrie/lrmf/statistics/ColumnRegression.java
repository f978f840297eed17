package org.eyrie.lrmf.statistics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.observation.ColumnParameters;

/**
 * The maximisation step of the columns: loadings and intercept by least squares on the posterior second moments of the
 * models, then the noise. Starting values count as a few further models, so that thin columns stay where they began.
 */
final class ColumnRegression {

    private static final double NOISE_MODELS = 5;
    private static final double LOADING_MODELS = 5;

    private final ColumnParameters start;

    ColumnRegression(ColumnParameters start) {
        this.start = start;
    }

    ColumnParameters improve(ColumnMoments sums, ColumnParameters now) {
        ColumnParameters regressed = now.identity() ? now : regressed(sums, now);
        double[] noise = new double[now.count()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (sums.residual(i, regressed) + NOISE_MODELS * start.startingNoise(i))
                    / (sums.count(i) + NOISE_MODELS);
        }
        return regressed.withNoise(noise);
    }

    private ColumnParameters regressed(ColumnMoments sums, ColumnParameters now) {
        int d = now.d();
        int n = d + 1;
        double[] loading = new double[now.count() * d];
        double[] intercept = new double[now.count()];
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        for (int i = 0; i < now.count(); i++) {
            DMatrixRMaj system = new DMatrixRMaj(n, n);
            DMatrixRMaj right = new DMatrixRMaj(n, 1);
            double precision = priorPrecision(i);
            double noise = now.noise()[i];
            for (int r = 0; r < n; r++) {
                double believed = r < d ? start.loading()[i * d + r] : start.intercept()[i];
                right.set(r, precision * believed + sums.cross(i, r) / noise);
                for (int c = 0; c < n; c++) {
                    system.set(r, c, (r == c ? precision : 0) + sums.gram(i, r, c) / noise);
                }
            }
            if (!solver.setA(system)) {
                throw new ArithmeticException("Loadings of column " + i + " are not determined");
            }
            solver.solve(right, x);
            System.arraycopy(x.getData(), 0, loading, i * d, d);
            intercept[i] = x.get(d);
        }
        return now.withLoadings(loading, intercept);
    }

    private double priorPrecision(int i) {
        return LOADING_MODELS / start.variance()[i];
    }

    /** Logarithm of the density of what is believed of columns beforehand, up to a constant. */
    double logPrior(ColumnParameters columns) {
        double sum = 0;
        for (int i = 0; i < columns.count(); i++) {
            double noise = columns.noise()[i];
            sum -= 0.5 * NOISE_MODELS * (Math.log(noise) + start.startingNoise(i) / noise);
            if (columns.identity()) {
                continue;
            }
            double precision = priorPrecision(i);
            double difference = columns.intercept()[i] - start.intercept()[i];
            sum -= 0.5 * precision * difference * difference;
            for (int k = i * columns.d(); k < (i + 1) * columns.d(); k++) {
                double step = columns.loading()[k] - start.loading()[k];
                sum -= 0.5 * precision * step * step;
            }
        }
        return sum;
    }
}
