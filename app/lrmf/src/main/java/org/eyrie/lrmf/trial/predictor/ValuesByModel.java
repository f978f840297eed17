package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;
import org.eyrie.lrmf.problem.Observations;

/** Measured cells by model, then column, on a scale. */
final class ValuesByModel {

    private final int[] first;
    private final int[] column;
    private final double[] value;

    ValuesByModel(int models, Observations observations, Scale scale) {
        first = starts(models, observations.model());
        column = new int[observations.cells()];
        value = new double[observations.cells()];
        int[] next = first.clone();
        for (int c : byColumn(observations)) {
            int at = next[observations.model()[c]]++;
            column[at] = observations.column()[c];
            value[at] = scale.of(observations.score()[c]);
        }
    }

    private static int[] byColumn(Observations observations) {
        int[] next = starts(observations.columns(), observations.column());
        int[] cells = new int[observations.cells()];
        for (int c = 0; c < cells.length; c++) {
            cells[next[observations.column()[c]]++] = c;
        }
        return cells;
    }

    private static int[] starts(int keys, int[] key) {
        int[] start = new int[keys + 1];
        for (int k : key) {
            start[k + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return start;
    }

    int cells() {
        return value.length;
    }

    /** Index of the model's first cell; that of the next model is the end. */
    int first(int model) {
        return first[model];
    }

    /** Indices of the model's cells. */
    int[] cellsOf(int model) {
        int[] cells = new int[first[model + 1] - first[model]];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = first[model] + k;
        }
        return cells;
    }

    int column(int cell) {
        return column[cell];
    }

    double value(int cell) {
        return value[cell];
    }

    /** Mean of the model's measurements in a column, or NaN. */
    double mean(int model, int of) {
        int end = first[model + 1];
        int found = Arrays.binarySearch(column, first[model], end, of);
        if (found < 0) {
            return Double.NaN;
        }
        int from = found;
        while (from > first[model] && column[from - 1] == of) {
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
