package org.eyrie.lrmf.items;

import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/** Which benchmarks a model is known on item by item. Its score there says the same once more and must be left out. */
final class ItemizedBenchmarks {

    private final ItemBlocks blocks;
    private final boolean[] seen;

    ItemizedBenchmarks(ItemBlocks blocks, OutcomeTable outcomes, int row) {
        this.blocks = blocks;
        this.seen = new boolean[blocks.benchmarks()];
        for (int k = 0; k < outcomes.cells(row); k++) {
            seen[blocks.benchmark(outcomes.column(row, k))] = true;
        }
    }

    /** Whether a column of the field is such a benchmark. */
    boolean covers(int fieldColumn) {
        return IntStream.range(0, seen.length).anyMatch(b -> seen[b] && blocks.fieldColumn()[b] == fieldColumn);
    }

    /** On how many of them the model has a score in the field. */
    int scored(FamilyPosterior field, int fieldRow) {
        return (int) IntStream.range(0, seen.length)
                .filter(b -> seen[b] && blocks.fieldColumn()[b] >= 0)
                .filter(b -> field.hasScore(fieldRow, blocks.fieldColumn()[b]))
                .count();
    }
}
