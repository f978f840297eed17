package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.ModelKnowledge;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.Ability;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/**
 * What a fit and its folds, which hide the outcomes of some models, go by alike: nothing here was learned from an outcome.
 *
 * @param engine who goes over the outcomes
 * @param seen models of whom any is known
 * @param fieldRow the row of each model in the field
 * @param relations number of relations
 * @param scale of the abilities that the field gives the models without their own scores
 * @param known abilities without their own scores as what skills are expected to be linear in, and with them
 */
@SuppressWarnings("ArrayRecordComponent") // read at once
record ItemFitInputs(
        ItemEngine engine,
        int[] seen,
        int[] fieldRow,
        int relations,
        ItemBlocks blocks,
        FamilyPosterior field,
        Kinships kinships,
        AbilityScale scale,
        ModelKnowledge known) {

    static ItemFitInputs of(ItemProblem problem, FamilyPosterior field) {
        ItemEngine engine = new WholeTable(problem.lineage(), problem.outcomes(), problem.ties());
        return of(engine, problem.fieldRow(), problem.lineage().relations(), problem.blocks(), field);
    }

    static ItemFitInputs of(ChunkedItems items, FamilyPosterior field) {
        ItemEngine engine = new ChunkedTable(items.outcomes(), items.relations(), items.ties());
        return of(engine, items.fieldRow(), items.relations(), items.blocks(), field);
    }

    private static ItemFitInputs of(
            ItemEngine engine, int[] fieldRow, int relations, ItemBlocks blocks, FamilyPosterior field) {
        boolean[] any = engine.seen();
        int[] seen = IntStream.range(0, any.length).filter(u -> any[u]).toArray();
        if (seen.length == 0) {
            throw new IllegalArgumentException("An item fit needs at least one outcome");
        }
        Ability[] abilities = IntStream.of(fieldRow)
                .parallel()
                .mapToObj(row -> field.ability(row, column -> true))
                .toArray(Ability[]::new);
        List<Ability> ofSeen = new ArrayList<>();
        for (int u : seen) {
            ofSeen.add(abilities[u]);
        }
        AbilityScale scale = AbilityScale.of(ofSeen, abilities[0].mean().length);
        ModelKnowledge known = new ModelKnowledge(scale.covariates(abilities), informed(fieldRow, field, scale));
        return new ItemFitInputs(engine, seen, fieldRow, relations, blocks, field, new Kinships(field), scale, known);
    }

    /** Abilities that rest on own scores too. */
    private static double[] informed(int[] fieldRow, FamilyPosterior field, AbilityScale scale) {
        double[] informed = new double[fieldRow.length * scale.size()];
        IntStream.range(0, fieldRow.length).parallel().forEach(u -> {
            double[] mean = scale.mean(field.ability(fieldRow[u], column -> false));
            System.arraycopy(mean, 0, informed, u * mean.length, mean.length);
        });
        return informed;
    }

    int models() {
        return fieldRow.length;
    }

    /** Learns items from all outcomes. */
    ItemEngine.Learned fit(OutcomeSettings settings, RunContext context) {
        return engine.fit(known, settings, context);
    }

    /** Learns them again, without the outcomes of some models. */
    ItemEngine.Learned without(
            boolean[] hidden, ItemEngine.Learned whole, OutcomeSettings settings, RunContext context) {
        return engine.without(hidden, whole, known, settings, context);
    }

    /** What every model with outcomes showed beyond what was expected of it. */
    ItemResiduals residuals(ItemEngine.Learned learned) {
        return new ItemResiduals(learned, seen, fieldRow);
    }

    /** The same where some were hidden. */
    ItemResiduals residuals(ItemEngine.Learned learned, boolean[] hidden) {
        return new ItemResiduals(
                learned, IntStream.of(seen).filter(u -> !hidden[u]).toArray(), fieldRow);
    }

    /** How far these residuals tell of each other. */
    Inheritance inheritance(ItemResiduals residuals) {
        return InheritanceLearning.of(residuals, field, kinships, blocks, relations);
    }
}
