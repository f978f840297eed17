package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;

/** Cells by their model. */
final class CellsByModel {

    private final Observations all;
    private final int[] start;
    private final int[] cell;

    CellsByModel(Observations all) {
        this.all = all;
        int models = Arrays.stream(all.model()).max().orElse(-1) + 1;
        start = new int[models + 1];
        cell = new int[all.cells()];
        for (int model : all.model()) {
            start[model + 1]++;
        }
        for (int model = 0; model < models; model++) {
            start[model + 1] += start[model];
        }
        int[] next = start.clone();
        for (int c = 0; c < cell.length; c++) {
            cell[next[all.model()[c]]++] = c;
        }
    }

    /** Indices of the cells of a model, ascending. */
    int[] of(int model) {
        return model + 1 < start.length ? Arrays.copyOfRange(cell, start[model], start[model + 1]) : new int[0];
    }

    /** Columns that were measured for a model, ascending, each once. */
    int[] columnsOf(int model) {
        return IntStream.of(of(model))
                .map(c -> all.column()[c])
                .sorted()
                .distinct()
                .toArray();
    }
}
