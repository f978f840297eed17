package org.eyrie.lrmf.fit;

import org.eyrie.lrmf.Observations;

/** Measured cells by model, as logits. Cells of a model are in the order of its columns. */
final class Cells {

    final int[] start;
    final int[] column;
    final double[] logit;
    final double[] trials;

    private Cells(int[] start, int[] column, double[] logit, double[] trials) {
        this.start = start;
        this.column = column;
        this.logit = logit;
        this.trials = trials;
    }

    static Cells of(Observations observations, int models, ScoreScale scale) {
        int count = observations.cells();
        int[] byColumn = sorted(observations.column(), observations.columns(), identity(count));
        int[] order = sorted(observations.model(), models, byColumn);
        int[] start = new int[models + 1];
        int[] column = new int[count];
        double[] logit = new double[count];
        double[] trials = new double[count];
        for (int k = 0; k < count; k++) {
            int c = order[k];
            start[observations.model()[c] + 1]++;
            column[k] = observations.column()[c];
            logit[k] = scale.logit(observations.score()[c]);
            trials[k] = observations.trials()[c];
        }
        for (int u = 0; u < models; u++) {
            start[u + 1] += start[u];
        }
        return new Cells(start, column, logit, trials);
    }

    private static int[] identity(int count) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = k;
        }
        return order;
    }

    /** Stable counting sort of {@code order} by key. */
    private static int[] sorted(int[] key, int keys, int[] order) {
        int[] fill = new int[keys + 1];
        for (int k : key) {
            fill[k + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            fill[k + 1] += fill[k];
        }
        int[] result = new int[order.length];
        for (int k : order) {
            result[fill[key[k]]++] = k;
        }
        return result;
    }

    int models() {
        return start.length - 1;
    }

    /** Number of measured cells of a model. */
    int count(int model) {
        return start[model + 1] - start[model];
    }

    int size() {
        return column.length;
    }
}
