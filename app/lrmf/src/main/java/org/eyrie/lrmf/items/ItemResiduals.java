package org.eyrie.lrmf.items;

import java.util.Map;
import java.util.TreeMap;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/** The remainders of all models that a fit saw outcomes of, by their rows of the field. */
final class ItemResiduals {

    private ItemResiduals() {}

    static Map<Integer, ItemResidual> of(
            ItemProblem problem, FamilyPosterior field, AbilityLink link, OutcomeModel skills) {
        Map<Integer, ItemResidual> found = new TreeMap<>();
        for (int u = 0; u < problem.fieldRow().length; u++) {
            if (problem.outcomes().cells(u) > 0) {
                int row = problem.fieldRow()[u];
                double[] expected = link.expected(field.ability(row, column -> false));
                found.put(row, ItemResidual.of(skills.posterior(u), expected, problem.outcomes(), u));
            }
        }
        return found;
    }
}
