package org.eyrie.lrmf.learning;

import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;

/** Regression, per column, of what lineage missed on the step from what it expects to what the crowd does. */
final class StepRegression {

    /** How many standard errors, squared, a weight must be away from nothing to count at all. */
    private static final double CERTAIN = 9;

    private final ObservedCells cells;
    private final ColumnParameters columns;
    private final double[] product;
    private final double[] square;
    private final double[] left;
    private final int[] count;

    StepRegression(ObservedCells cells, ColumnParameters columns) {
        this.cells = cells;
        this.columns = columns;
        product = new double[columns.count()];
        square = new double[columns.count()];
        left = new double[columns.count()];
        count = new int[columns.count()];
    }

    /**
     * Adds all cells of a model.
     *
     * @param numbers the model's by lineage, without its own cells
     * @param offset where they begin
     * @param expected by the crowd
     */
    void add(int model, double[] numbers, int offset, double[] expected) {
        for (int cell = cells.start[model]; cell < cells.start[model + 1]; cell++) {
            int i = cells.column[cell];
            if (columns.own()[i] && !Double.isNaN(expected[i])) {
                double lineage = columns.predict(i, numbers, offset);
                double step = expected[i] - lineage;
                double missed = cells.logit[cell] - lineage;
                product[i] += step * missed;
                square[i] += step * step;
                left[i] += missed * missed;
                count[i]++;
            }
        }
    }

    /** Which part of the way to go, per column; less where that is not certain, nothing where it may be chance. */
    double[] weights() {
        double[] weights = new double[product.length];
        for (int i = 0; i < weights.length; i++) {
            if (count[i] > 1 && product[i] > 0 && square[i] > 0) {
                double weight = product[i] / square[i];
                double error = Math.max(left[i] - weight * product[i], 0) / square[i] / (count[i] - 1);
                weights[i] = Math.min(1, weight) * Math.max(0, 1 - CERTAIN * error / (weight * weight));
            }
        }
        return weights;
    }
}
