package org.eyrie.lrmf.observation;

import org.eyrie.lrmf.field.NodeEvidence;

/**
 * Measured cells as evidence about their models of leading columns while columns are learned: the expected log-likelihood over loadings and
 * intercepts (variational Bayes), under which the objective of learning never falls.
 */
public record ExpectedEvidence(ObservedCells cells, ColumnParameters columns) implements NodeEvidence {

    @Override
    public void addTo(int node, double[] precision, int po, double[] shift, int so) {
        if (node >= cells.models()) {
            return;
        }
        int d = columns.d();
        double[] x = columns.loading();
        for (int k = cells.start[node]; k < cells.start[node + 1]; k++) {
            int column = cells.column[k];
            if (!columns.leads()[column]) {
                continue;
            }
            boolean known = columns.own()[column];
            double weight = 1 / columns.noise(column, cells.trials[k]);
            double pull = weight * (cells.logit[k] - columns.intercept()[column]);
            for (int i = 0; i < d; i++) {
                double left = x[column * d + i];
                if (known && left == 0) {
                    continue;
                }
                shift[so + i] += pull * left - weight * columns.spread(column, i, d);
                for (int j = 0; j < d; j++) {
                    precision[po + i * d + j] += weight * (left * x[column * d + j] + columns.spread(column, i, j));
                }
            }
        }
    }

    /** What the noise contributes to the log-evidence. */
    public double logDensity() {
        double sum = 0;
        for (int k = 0; k < cells.size(); k++) {
            int column = cells.column[k];
            if (!columns.leads()[column]) {
                continue;
            }
            double variance = columns.noise(column, cells.trials[k]);
            double y = cells.logit[k] - columns.intercept()[column];
            double square = y * y + columns.spread(column, columns.d(), columns.d());
            sum -= 0.5 * (Math.log(2 * Math.PI * variance) + square / variance);
        }
        return sum;
    }
}
