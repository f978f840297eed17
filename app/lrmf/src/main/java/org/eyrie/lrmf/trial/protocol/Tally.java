package org.eyrie.lrmf.trial.protocol;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.trial.metric.IntervalQuality;

/** Predictions and truths of all rounds of an experiment, compared. */
final class Tally {

    private final AskedCells asked;
    private final List<int[]> byColumn;

    /** @param columns number of columns of the table */
    Tally(AskedCells asked, int columns) {
        this.asked = asked;
        this.byColumn = asked.byColumn(columns);
    }

    /** Figures of every column that has cells. */
    List<ColumnFigures> columns(Estimates estimates) {
        List<ColumnFigures> figures = new ArrayList<>();
        for (int column = 0; column < byColumn.size(); column++) {
            int[] cells = byColumn.get(column);
            if (cells.length > 0) {
                figures.add(new ColumnFigures(column, Figures.of(estimates.at(cells), asked.truth(cells))));
            }
        }
        return figures;
    }

    /** Figures of all cells together. */
    Figures pooled(Estimates estimates) {
        return Figures.of(estimates, asked.truth());
    }

    /** What intervals of a level hold. */
    LevelCoverage held(double level, Estimates estimates) {
        return new LevelCoverage(level, IntervalQuality.coverage(estimates.lower(), estimates.upper(), asked.truth()));
    }
}
