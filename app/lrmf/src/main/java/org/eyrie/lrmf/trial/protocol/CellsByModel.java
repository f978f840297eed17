package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.Observations;

/** Cells by their model. */
final class CellsByModel {

    private final Observations all;
    private final Groups cells;

    CellsByModel(Observations all) {
        this.all = all;
        this.cells = Groups.of(all.model(), Arrays.stream(all.model()).max().orElse(-1) + 1);
    }

    /** Indices of the cells of a model, ascending. */
    int[] of(int model) {
        return model < cells.groups() ? cells.of(model) : new int[0];
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
