package org.eyrie.lrmf.trial.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.Observations;

/** Predictions and truths of all rounds of an experiment, column by column. */
final class Tally {

    private final ColumnTally[] columns;
    private final BitSet models = new BitSet();

    Tally(int columns) {
        this.columns = new ColumnTally[columns];
        Arrays.setAll(this.columns, column -> new ColumnTally());
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
}
