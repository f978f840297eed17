package org.eyrie.lrmf.learning;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * The maximisation step of the columns: loadings and intercept by least squares on the posterior second moments of the
 * models, then the noise. Starting values count as a few further models, so that thin columns stay where they began.
 */
final class ColumnLearning {

    private static final double NOISE_MODELS = 5;
    private static final double NOISE_SHARE = 0.05;
    private static final double LOADING_MODELS = 5;

    private final ColumnParameters start;
    private final ObservedCells cells;

    ColumnLearning(ColumnParameters start, ObservedCells cells) {
        this.start = start;
        this.cells = cells;
    }

    ColumnParameters improve(FieldPosterior posterior, ColumnParameters now) {
        double[] blocks = modelBlocks(posterior, now.d());
        ColumnParameters regressed = now.identity() ? now : regress(posterior.mean(), blocks, now);
        double[] sum = new double[now.count()];
        double[] count = new double[now.count()];
        int size = now.d() * now.d();
        for (int u = 0; u < cells.models(); u++) {
            for (int k = cells.start[u]; k < cells.start[u + 1]; k++) {
                int i = cells.column[k];
                double residual = cells.logit[k] - regressed.predict(i, posterior.mean(), u * now.d());
                double spread = regressed.between(i, i, blocks, u * size);
                sum[i] += now.weight(i, cells.trials[k]) * (residual * residual + spread);
                count[i]++;
            }
        }
        double[] noise = new double[now.count()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (sum[i] + NOISE_MODELS * NOISE_SHARE * start.variance()[i]) / (count[i] + NOISE_MODELS);
        }
        return new ColumnParameters(
                now.count(),
                now.d(),
                now.identity(),
                regressed.loading(),
                regressed.intercept(),
                noise,
                now.trials(),
                now.variance());
    }

    private double[] modelBlocks(FieldPosterior posterior, int d) {
        double[] blocks = new double[cells.models() * d * d];
        for (int u = 0; u < cells.models(); u++) {
            if (cells.count(u) > 0) {
                posterior.covariance().read(u, u, blocks, u * d * d);
            }
        }
        return blocks;
    }

    private ColumnParameters regress(double[] mean, double[] blocks, ColumnParameters now) {
        int d = now.d();
        int n = d + 1;
        DMatrixRMaj[] system = new DMatrixRMaj[now.count()];
        DMatrixRMaj[] right = new DMatrixRMaj[now.count()];
        for (int i = 0; i < now.count(); i++) {
            system[i] = new DMatrixRMaj(n, n);
            right[i] = new DMatrixRMaj(n, 1);
            double precision = priorPrecision(i);
            for (int r = 0; r < n; r++) {
                system[i].set(r, r, precision);
                right[i].set(r, precision * (r < d ? start.loading()[i * d + r] : start.intercept()[i]));
            }
        }
        for (int u = 0; u < cells.models(); u++) {
            for (int k = cells.start[u]; k < cells.start[u + 1]; k++) {
                int i = cells.column[k];
                double weight = 1 / now.noise(i, cells.trials[k]);
                for (int r = 0; r < n; r++) {
                    double left = r < d ? mean[u * d + r] : 1;
                    right[i].add(r, 0, weight * left * cells.logit[k]);
                    for (int c = 0; c < n; c++) {
                        double both = left * (c < d ? mean[u * d + c] : 1);
                        double spread = r < d && c < d ? blocks[(u * d + r) * d + c] : 0;
                        system[i].add(r, c, weight * (both + spread));
                    }
                }
            }
        }
        return solved(system, right, now);
    }

    private static ColumnParameters solved(DMatrixRMaj[] system, DMatrixRMaj[] right, ColumnParameters now) {
        int d = now.d();
        double[] loading = new double[now.count() * d];
        double[] intercept = new double[now.count()];
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(d + 1);
        DMatrixRMaj x = new DMatrixRMaj(d + 1, 1);
        for (int i = 0; i < now.count(); i++) {
            if (!solver.setA(system[i])) {
                throw new ArithmeticException("Loadings of column " + i + " are not determined");
            }
            solver.solve(right[i], x);
            System.arraycopy(x.getData(), 0, loading, i * d, d);
            intercept[i] = x.get(d);
        }
        return new ColumnParameters(
                now.count(), d, false, loading, intercept, now.noise(), now.trials(), now.variance());
    }

    private double priorPrecision(int i) {
        return LOADING_MODELS / start.variance()[i];
    }

    /** Logarithm of the density of what is believed of columns beforehand, up to a constant. */
    double logPrior(ColumnParameters columns) {
        double sum = 0;
        for (int i = 0; i < columns.count(); i++) {
            double noise = columns.noise()[i];
            sum -= 0.5 * NOISE_MODELS * (Math.log(noise) + NOISE_SHARE * start.variance()[i] / noise);
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
