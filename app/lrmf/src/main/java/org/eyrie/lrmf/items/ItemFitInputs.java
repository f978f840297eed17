package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.OutcomeProblem;
import org.eyrie.lrmf.posterior.Ability;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/**
 * What a fit and its folds, which hide the outcomes of some models, go by alike: nothing here was learned from an outcome.
 *
 * @param scale of the abilities that the field gives the models without their own scores
 */
record ItemFitInputs(ItemProblem problem, FamilyPosterior field, Kinships kinships, AbilityScale scale) {

    static ItemFitInputs of(ItemProblem problem, FamilyPosterior field) {
        Ability[] abilities = abilities(problem, field);
        List<Ability> seen = new ArrayList<>();
        for (int u = 0; u < abilities.length; u++) {
            if (problem.outcomes().cells(u) > 0) {
                seen.add(abilities[u]);
            }
        }
        return new ItemFitInputs(
                problem, field, new Kinships(field), AbilityScale.of(seen, abilities[0].mean().length));
    }

    private static Ability[] abilities(ItemProblem problem, FamilyPosterior field) {
        return IntStream.of(problem.fieldRow())
                .mapToObj(row -> field.ability(row, column -> true))
                .toArray(Ability[]::new);
    }

    /** The factorisation to fit, with abilities as what skills are expected to be linear in. */
    OutcomeProblem outcomes() {
        return new OutcomeProblem(
                problem.lineage(), problem.outcomes(), problem.ties(), scale.covariates(abilities(problem, field)));
    }

    /** What every model with outcomes showed beyond what was expected of it, by rows of the field. */
    Map<Integer, ItemResidual> residuals(OutcomeModel model) {
        return ItemResiduals.of(model.problem().outcomes(), problem.fieldRow(), field, link(model), model);
    }

    private AbilityLink link(OutcomeModel model) {
        return new AbilityLink(scale, model.shared());
    }

    /** How far these residuals tell of each other. */
    Inheritance inheritance(Map<Integer, ItemResidual> residuals) {
        return InheritanceLearning.of(
                residuals, field, kinships, problem.blocks(), problem.lineage().relations());
    }
}
