package org.eyrie.lrmf.items;

import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.OutcomeChunks;

/**
 * An {@link ItemProblem} whose outcomes lie in chunks, wherever.
 *
 * @param outcomes of n models
 * @param fieldRow the row of each of them in the field, ascending
 * @param relations number of relations
 * @param blocks which benchmark each item belongs to
 * @param ties which items are alike
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ChunkedItems(OutcomeChunks outcomes, int[] fieldRow, int relations, ItemBlocks blocks, ColumnTies ties) {

    public ChunkedItems {
        if (outcomes.models() != fieldRow.length || outcomes.columns() != blocks.columns()) {
            throw new IllegalArgumentException("Outcomes of " + outcomes.models() + " models on " + outcomes.columns()
                    + " items do not fit " + fieldRow.length + " rows and benchmarks of " + blocks.columns()
                    + " items");
        }
    }
}
