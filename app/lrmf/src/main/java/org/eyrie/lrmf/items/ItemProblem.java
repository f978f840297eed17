package org.eyrie.lrmf.items;

import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.problem.LineageGraph;

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
     * Of everything that is known: models with outcomes. Lineage is left to the field, which has it from far more
     * models. Tied once more here, a parent's surprise counted twice, and skills followed abilities the wrong way round:
     * on simulated families errors were then twice those of each item's own rate, rather than half.
     *
     * @param relations number of relations, at least one
     * @param outcomes of all models, rows as in the field
     */
    public static ItemProblem of(int relations, OutcomeTable outcomes, ItemBlocks blocks, ColumnTies ties) {
        int[] rows = IntStream.range(0, outcomes.rows())
                .filter(u -> outcomes.cells(u) > 0)
                .toArray();
        return new ItemProblem(
                LineageGraph.strangers(rows.length, relations), rows, outcomes.ofRows(rows), blocks, ties);
    }

    /** The same without outcomes of some models. */
    ItemProblem without(boolean[] row) {
        return new ItemProblem(lineage, fieldRow, outcomes.without(row), blocks, ties);
    }
}
