package org.eyrie.lrmf.items;

import java.util.Map;
import java.util.TreeMap;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/** The remainders of all models that a fit saw outcomes of, by their rows of the field. */
final class ItemResiduals {

    private ItemResiduals() {}

    /**
     * @param fieldRow of every row of the outcomes
     * @param skills found from these outcomes
     */
    static Map<Integer, ItemResidual> of(
            OutcomeTable outcomes, int[] fieldRow, FamilyPosterior field, AbilityLink link, OutcomeModel skills) {
        Map<Integer, ItemResidual> found = new TreeMap<>();
        for (int u = 0; u < fieldRow.length; u++) {
            if (outcomes.cells(u) > 0) {
                double[] expected = link.expected(field.ability(fieldRow[u], column -> false));
                found.put(fieldRow[u], ItemResidual.of(skills.posterior(u), expected, outcomes, u));
            }
        }
        return found;
    }
}
