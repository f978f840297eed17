package org.eyrie.lrmf.observation;

import org.eyrie.lrmf.field.NodeEvidence;

/**
 * Measured cells as evidence about their models, loadings and intercepts at their means: what a column is not sure of is
 * in the noise of its cells.
 */
public record CellEvidence(ObservedCells cells, ColumnParameters columns) implements NodeEvidence {

    @Override
    public void addTo(int node, double[] precision, int po, double[] shift, int so) {
        if (node >= cells.models()) {
            return;
        }
        int d = columns.d();
        double[] x = columns.loading();
        for (int k = cells.start[node]; k < cells.start[node + 1]; k++) {
            int column = cells.column[k];
            double weight = 1 / columns.evidenceNoise(column, cells.trials[k]);
            double pull = weight * (cells.logit[k] - columns.intercept()[column]);
            for (int i = 0; i < d; i++) {
                double left = x[column * d + i];
                if (left == 0) {
                    continue;
                }
                shift[so + i] += pull * left;
                for (int j = 0; j < d; j++) {
                    precision[po + i * d + j] += weight * left * x[column * d + j];
                }
            }
        }
    }
}
