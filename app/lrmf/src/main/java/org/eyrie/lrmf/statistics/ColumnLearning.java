package org.eyrie.lrmf.statistics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.observation.ColumnBelief;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.LoadingPrior;

/**
 * The maximisation step of the columns. Loadings and intercepts of those without a number of their own get their normal
 * posterior given the models' second moments and what columns are like; then the noise, whose starting value counts as a
 * few further models.
 */
final class ColumnLearning {

    /** What a column's starting noise is worth where all columns have numbers of their own. */
    private static final double OWN_NOISE_MODELS = 5;

    /** Least share of a cell's weight that tells of its model. */
    private static final double LEAST_SHARE = 0.02;

    private final ColumnParameters start;

    ColumnLearning(ColumnParameters start) {
        this.start = start;
    }

    ColumnParameters improve(ColumnMoments sums, ColumnParameters now, LoadingPrior prior) {
        ColumnParameters regressed = now.identity() ? now : TwinLearning.shifted(sums, regressed(sums, now, prior));
        double[] noise = new double[now.count()];
        for (int i = 0; i < noise.length; i++) {
            if (regressed.isTwin(i)) {
                noise[i] = TwinLearning.noise(sums, regressed, i);
            }
        }
        for (int i = 0; i < noise.length; i++) {
            if (!regressed.isTwin(i)) {
                double models = noiseModels(regressed, i);
                double squares = sums.residual(i, regressed) + models * noiseBefore(regressed, i, prior);
                double cells = sums.count(i) + models;
                noise[i] = TwinLearning.hasTwins(regressed, i)
                        ? TwinLearning.firstNoise(regressed, i, squares, cells, noise)
                        : squares / cells;
            }
        }
        return shared(sums, regressed.withNoise(noise));
    }

    private double noiseModels(ColumnParameters columns, int i) {
        return columns.own()[i] ? OWN_NOISE_MODELS : ColumnBelief.NOISE_CELLS;
    }

    private double noiseBefore(ColumnParameters columns, int i, LoadingPrior prior) {
        return columns.own()[i] ? start.startingNoise(i) : prior.noise();
    }

    /** Posterior of loadings and intercept, column by column: (P + G / σ²)⁻¹ and its product with P μ + c / σ². */
    private static ColumnParameters regressed(ColumnMoments sums, ColumnParameters now, LoadingPrior prior) {
        int d = now.d();
        int n = d + 1;
        double[] loading = now.loading().clone();
        double[] intercept = now.intercept().clone();
        double[] spread = new double[now.count() * n * n];
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        DMatrixRMaj system = new DMatrixRMaj(n, n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        for (int i = 0; i < now.count(); i++) {
            if (now.own()[i] || now.isTwin(i)) {
                continue;
            }
            for (int r = 0; r < n; r++) {
                double precision = 1 / prior.variance(i, r);
                right.set(r, precision * prior.around(i, r) + sums.cross(i, r) / now.noise()[i]);
                for (int c = 0; c < n; c++) {
                    system.set(r, c, (r == c ? precision : 0) + sums.gram(i, r, c) / now.noise()[i]);
                }
            }
            TwinLearning.addTo(sums, now, i, system.getData(), right.getData());
            if (!solver.setA(system)) {
                throw new ArithmeticException("Loadings of column " + i + " are not determined");
            }
            solver.invert(inverse);
            CommonOps_DDRM.mult(inverse, right, x);
            System.arraycopy(x.getData(), 0, loading, i * d, d);
            intercept[i] = x.get(d);
            System.arraycopy(inverse.getData(), 0, spread, i * n * n, n * n);
        }
        return now.withMeans(loading, intercept).withSpread(spread, now.share());
    }

    /**
     * A cell that a column was learned from cannot tell of its model what it told of the column. On average over its
     * cells that is the column's leverage, tr(C G) / (σ² n).
     */
    private static ColumnParameters shared(ColumnMoments sums, ColumnParameters columns) {
        if (columns.identity()) {
            return columns;
        }
        double[] share = new double[columns.count()];
        for (int i = 0; i < share.length; i++) {
            double leverage = columns.own()[columns.first(i)] || sums.count(i) == 0
                    ? 0
                    : sums.spread(i, columns) / (columns.noise()[i] * sums.count(i));
            share[i] = Math.max(1 - leverage, LEAST_SHARE);
        }
        return columns.withSpread(columns.spread(), share);
    }

    /**
     * What is believed of columns beforehand against what is believed now, up to a constant: the logarithm of the
     * density of noise, and the divergence of loadings from their prior.
     */
    double logPrior(ColumnParameters columns, LoadingPrior prior) {
        double sum = 0;
        for (int i = 0; i < columns.count(); i++) {
            if (!columns.leads()[i]) {
                continue; // what follows decides nothing
            }
            if (columns.isTwin(i)) {
                sum += TwinLearning.logPrior(columns, i);
                continue;
            }
            double noise = columns.noise()[i];
            double before = noiseBefore(columns, i, prior);
            double models = noiseModels(columns, i);
            sum -= 0.5 * models * (Math.log(noise) + before / noise);
            if (!columns.own()[i]) {
                sum += 0.5 * models * Math.log(before) + entropy(columns, i) - surprise(columns, prior, i);
            } else if (prior.isKin(i)) {
                sum -= surprise(columns, prior, i);
            }
        }
        return sum;
    }

    /** Of a column's normal, up to a constant. */
    private static double entropy(ColumnParameters columns, int i) {
        int n = columns.d() + 1;
        DMatrixRMaj covariance = new DMatrixRMaj(n, n, true, columns.belief(i).covariance());
        return 0.5 * Math.log(CommonOps_DDRM.det(covariance));
    }

    /** Minus the expected logarithm of the prior's density, up to a constant. */
    private static double surprise(ColumnParameters columns, LoadingPrior prior, int i) {
        double sum = 0;
        for (int k = 0; k < prior.numbers(); k++) {
            double variance = prior.variance(i, k);
            double mean = k < columns.d() ? columns.loading()[i * columns.d() + k] : columns.intercept()[i];
            double off = mean - prior.around(i, k);
            sum += 0.5 * (Math.log(variance) + (off * off + columns.spread(i, k, k) + prior.open(i, k)) / variance);
        }
        return sum;
    }
}
