package org.eyrie.lrmf.items;

import org.eyrie.lrmf.LineageGraph;
import org.eyrie.lrmf.binomial.ColumnTies;
import org.eyrie.lrmf.binomial.OutcomeTable;

/**
 * Everything an item fit learns from besides the field.
 *
 * @param lineage who was made from whom, n models
 * @param fieldRow the row of each of them in the field
 * @param outcomes seen cells, n models x m items
 * @param blocks which benchmark each item belongs to
 * @param ties which items are alike
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ItemProblem(
        LineageGraph lineage, int[] fieldRow, OutcomeTable outcomes, ItemBlocks blocks, ColumnTies ties) {

    public ItemProblem {
        if (outcomes.rows() != lineage.models() || fieldRow.length != lineage.models()) {
            throw new IllegalArgumentException("Outcomes of " + outcomes.rows() + " and rows of " + fieldRow.length
                    + " models do not fit a graph of " + lineage.models());
        }
        if (outcomes.columns() != blocks.columns()) {
            throw new IllegalArgumentException(
                    outcomes.columns() + " columns do not fit benchmarks of " + blocks.columns() + " items");
        }
    }

    /**
     * Of everything that is known: models without outcomes are left out but for the ancestors of others.
     *
     * @param whole lineage of all models, rows as in the field
     * @param outcomes of all models
     */
    public static ItemProblem of(LineageGraph whole, OutcomeTable outcomes, ItemBlocks blocks, ColumnTies ties) {
        int[] rows = Kindred.rows(whole, outcomes, new boolean[whole.models()]);
        return new ItemProblem(Kindred.of(whole, rows), rows, outcomes.ofRows(rows), blocks, ties);
    }

    /** The same without outcomes of some models. */
    ItemProblem without(boolean[] row) {
        return new ItemProblem(lineage, fieldRow, outcomes.without(row), blocks, ties);
    }
}
