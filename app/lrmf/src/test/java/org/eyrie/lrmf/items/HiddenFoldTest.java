package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.junit.jupiter.api.Test;

class HiddenFoldTest {

    private static final RunContext CONTEXT = RunContext.of(2);

    /** The same outcomes, but those of some rows are the other way round. */
    private static ItemProblem flipped(ItemProblem problem, int[] rows) {
        OutcomeTable table = problem.outcomes();
        int[] row = new int[table.cells()];
        int[] column = new int[row.length];
        byte[] success = new byte[row.length];
        int cell = 0;
        for (int u = 0; u < table.rows(); u++) {
            int model = u;
            boolean flip = Arrays.stream(rows).anyMatch(each -> each == model);
            for (int k = 0; k < table.cells(u); k++) {
                row[cell] = u;
                column[cell] = table.column(u, k);
                success[cell++] = (byte) (table.success(u, k) == flip ? 0 : 1);
            }
        }
        OutcomeTable other = OutcomeTable.of(table.rows(), table.columns(), row, column, success);
        return new ItemProblem(problem.lineage(), problem.fieldRow(), other, problem.blocks(), problem.ties());
    }

    @Test
    void nothingThatAFoldLearnsHasSeenAnOutcomeOfItsHiddenModels() {
        ItemWorld world = new ItemWorld(120, 3, 1.5);
        FamilyPosterior field = world.field();
        ItemProblem problem = world.items();
        ItemFitInputs inputs = ItemFitInputs.of(problem, field);
        ItemEngine.Learned whole = inputs.fit(new ItemSettings(3, 40, 1e-2, 300, 1).factorisation(120), CONTEXT);
        int[] hidden = IntStream.range(0, problem.outcomes().rows())
                .filter(u -> u % 5 == 0)
                .toArray();
        HiddenFold fold = HiddenFold.of(inputs, whole, hidden, 4, CONTEXT).orElseThrow();
        HiddenFold other = HiddenFold.of(ItemFitInputs.of(flipped(problem, hidden), field), whole, hidden, 4, CONTEXT)
                .orElseThrow();
        assertThat(other.shared().toBytes()).isEqualTo(fold.shared().toBytes());
        assertThat(other.words().get(0).offset()).isEqualTo(fold.words().get(0).offset());
        assertThat(Arrays.stream(fold.shared().inheritance.skills()).sum()).isPositive();
        Inheritance all = inputs.inheritance(inputs.residuals(whole));
        assertThat(fold.shared().inheritance.skills()).as("learned from fewer").isNotEqualTo(all.skills());
    }
}
