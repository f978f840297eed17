package org.eyrie.lrmf.posterior;

import java.util.stream.IntStream;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;

/** Which of a model's own measurements a prediction must not use. */
public enum LeaveOut {
    /** Uses all: predicts a repetition of the measurement. */
    NOTHING,
    /** Does not use the predicted cell's own measurement, nor what another source measured of the same. */
    CELL,
    /** Uses no measurement of the model: predicts as if it had never been evaluated. */
    MODEL;

    /** The measurements of a model that are left out where one is predicted. */
    int[] cells(ObservedCells cells, ColumnParameters columns, int model, int column) {
        int first = columns.first(column);
        return IntStream.range(cells.start[model], cells.start[model] + cells.count(model))
                .filter(cell -> this == MODEL || (this == CELL && columns.first(cells.column[cell]) == first))
                .toArray();
    }
}
