package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;

/** Regression, per column, of what lineage missed on the step from what it expects to what the crowd does. */
final class StepRegression {

    /** How many standard errors, squared, a weight must be away from nothing to count at all. */
    private static final double CERTAIN = 9;

    private final ObservedCells cells;
    private final ColumnParameters columns;
    private final Sums[] sums;

    /**
     * What is added up.
     *
     * @param product of step and what was missed
     * @param square of the step
     * @param missed square of it
     * @param count of cells
     */
    record Sums(double product, double square, double missed, int count) {

        static final Sums NOTHING = new Sums(0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(product + other.product, square + other.square, missed + other.missed, count + other.count);
        }
    }

    StepRegression(ObservedCells cells, ColumnParameters columns) {
        this.cells = cells;
        this.columns = columns;
        sums = new Sums[columns.count()];
        Arrays.fill(sums, Sums.NOTHING);
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
                sums[i] = sums[i].plus(new Sums(step * missed, step * step, missed * missed, 1));
            }
        }
    }

    /** What was added up, per column. */
    List<Sums> sums() {
        return List.of(sums);
    }

    /** Which part of the way to go, per column; less where that is not certain, nothing where it may be chance. */
    double[] weights() {
        double[] weights = new double[sums.length];
        for (int i = 0; i < weights.length; i++) {
            Sums all = sums[i];
            if (all.count > 1 && all.product > 0 && all.square > 0) {
                double weight = all.product / all.square;
                double error = Math.max(all.missed - weight * all.product, 0) / all.square / (all.count - 1);
                weights[i] = Math.min(1, weight) * Math.max(0, 1 - CERTAIN * error / (weight * weight));
            }
        }
        return weights;
    }
}
