package org.eyrie.lrmf.baseline;

import org.eyrie.lrmf.Observations;

/** Measured cells by model, on a scale. */
final class ValuesByModel {

    private final int[] first;
    private final int[] column;
    private final double[] value;

    ValuesByModel(int models, Observations observations, Scale scale) {
        first = new int[models + 1];
        column = new int[observations.cells()];
        value = new double[observations.cells()];
        for (int model : observations.model()) {
            first[model + 1]++;
        }
        for (int model = 0; model < models; model++) {
            first[model + 1] += first[model];
        }
        int[] next = first.clone();
        for (int c = 0; c < column.length; c++) {
            int at = next[observations.model()[c]]++;
            column[at] = observations.column()[c];
            value[at] = scale.of(observations.score()[c]);
        }
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

    /** Mean of the model's measurements in a column, or NaN. A scan: models have few benchmarks. */
    double mean(int model, int of) {
        double sum = 0;
        int count = 0;
        for (int c = first[model]; c < first[model + 1]; c++) {
            if (column[c] == of) {
                sum += value[c];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
