package org.eyrie.lrmf.trial.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.Observations;

/** Predictions and truths of all rounds of an experiment, column by column. */
final class Tally {

    private final Column[] columns;
    private final BitSet models = new BitSet();

    Tally(int columns) {
        this.columns = new Column[columns];
        Arrays.setAll(this.columns, column -> new Column());
    }

    void add(Observations heldOut, Estimates estimates) {
        for (int c = 0; c < heldOut.cells(); c++) {
            models.set(heldOut.model()[c]);
            columns[heldOut.column()[c]].add(
                    estimates.mean()[c], estimates.lower()[c], estimates.upper()[c], heldOut.score()[c]);
        }
    }

    /** Number of models with held-out cells. */
    int models() {
        return models.cardinality();
    }

    /** Figures of every column that has held-out cells. */
    List<ColumnFigures> columns() {
        List<ColumnFigures> figures = new ArrayList<>();
        for (int column = 0; column < columns.length; column++) {
            if (columns[column].cells() > 0) {
                figures.add(new ColumnFigures(column, columns[column].figures()));
            }
        }
        return figures;
    }

    /** Predictions and truths of one column, in parallel growing arrays. */
    private static final class Column {

        private double[] mean = new double[8];
        private double[] lower = new double[8];
        private double[] upper = new double[8];
        private double[] truth = new double[8];
        private int cells;

        void add(double predicted, double from, double to, double score) {
            if (cells == mean.length) {
                mean = Arrays.copyOf(mean, 2 * cells);
                lower = Arrays.copyOf(lower, 2 * cells);
                upper = Arrays.copyOf(upper, 2 * cells);
                truth = Arrays.copyOf(truth, 2 * cells);
            }
            mean[cells] = predicted;
            lower[cells] = from;
            upper[cells] = to;
            truth[cells++] = score;
        }

        int cells() {
            return cells;
        }

        Figures figures() {
            Estimates estimates =
                    new Estimates(Arrays.copyOf(mean, cells), Arrays.copyOf(lower, cells), Arrays.copyOf(upper, cells));
            return Figures.of(estimates, Arrays.copyOf(truth, cells));
        }
    }
}
