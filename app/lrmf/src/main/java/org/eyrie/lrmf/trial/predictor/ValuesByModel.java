package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.Observations;

/** Measured cells by model, then column, on a scale. */
final class ValuesByModel {

    private final Groups byModel;
    private final int[] column;
    private final double[] value;

    ValuesByModel(int models, Observations observations, Scale scale) {
        int[] byColumn =
                Groups.of(observations.column(), observations.columns()).items();
        byModel = Groups.of(observations.model(), models, byColumn);
        int[] cell = byModel.items();
        column = new int[cell.length];
        value = new double[cell.length];
        for (int at = 0; at < cell.length; at++) {
            column[at] = observations.column()[cell[at]];
            value[at] = scale.of(observations.score()[cell[at]]);
        }
    }

    int cells() {
        return value.length;
    }

    /** Index of the model's first cell; that of the next model is the end. */
    int first(int model) {
        return byModel.first(model);
    }

    /** Indices of the model's cells. */
    int[] cellsOf(int model) {
        int[] cells = new int[byModel.size(model)];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = first(model) + k;
        }
        return cells;
    }

    /** Column of every cell. */
    int[] columns() {
        return column;
    }

    int column(int cell) {
        return column[cell];
    }

    double value(int cell) {
        return value[cell];
    }

    /** Mean of the model's measurements in a column, or NaN. */
    double mean(int model, int of) {
        int end = byModel.end(model);
        int found = Arrays.binarySearch(column, first(model), end, of);
        if (found < 0) {
            return Double.NaN;
        }
        int from = found;
        while (from > first(model) && column[from - 1] == of) {
            from--;
        }
        double sum = 0;
        int to = from;
        while (to < end && column[to] == of) {
            sum += value[to++];
        }
        return sum / (to - from);
    }
}
