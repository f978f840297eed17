package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.OutcomeProblem;
import org.eyrie.lrmf.posterior.Ability;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.prior.NodeKey;

/** Learns the items of benchmarks from who answered which, with lineage, and with the field as what is known before. */
public final class ItemFit {

    private ItemFit() {}

    /** Called after every step of a fit; the last one has {@code done == steps}. */
    @FunctionalInterface
    public interface Listener {
        void onStep(int done, int steps);
    }

    /**
     * What a fit found.
     *
     * @param shared what families are solved with
     * @param mates rows of the field of the models that {@code shared} remembers, in its order
     * @param skills of the models it was fitted to, in their order
     * @param stopReason why it ended
     * @param likeness how far items were found to follow their neighbours, 0 to 1; 0 where there are none
     */
    public record Result(
            ItemShared shared, List<Integer> mates, OutcomeModel skills, StopReason stopReason, double likeness) {}

    /**
     * Fits and calibrates.
     *
     * @param field a fit of whole benchmarks
     * @param cancelled asked often
     * @return empty where it was cancelled
     * @throws IllegalArgumentException if no outcome was seen
     */
    public static Optional<Result> fit(
            ItemProblem problem,
            FamilyPosterior field,
            ItemSettings settings,
            Listener listener,
            BooleanSupplier cancelled) {
        if (problem.outcomes().cells() == 0) {
            throw new IllegalArgumentException("An item fit needs at least one outcome");
        }
        int steps = settings.sweeps() + ForecastErrors.STEPS;
        Ability[] known = IntStream.range(0, problem.lineage().models())
                .mapToObj(u -> field.ability(problem.fieldRow()[u], column -> true))
                .toArray(Ability[]::new);
        List<Ability> learned = new ArrayList<>();
        for (int u = 0; u < known.length; u++) {
            if (problem.outcomes().cells(u) > 0) {
                learned.add(known[u]);
            }
        }
        AbilityScale scale = AbilityScale.of(learned, known[0].mean().length);
        OutcomeProblem outcomes =
                new OutcomeProblem(problem.lineage(), problem.outcomes(), problem.ties(), scale.covariates(known));
        OutcomeModel model = OutcomeFit.fit(
                outcomes,
                settings.binomial(learned.size()),
                settings.threads(),
                (sweep, change) -> listener.onStep(sweep, steps),
                cancelled);
        if (model.stopReason() == StopReason.CANCELLED) {
            return Optional.empty();
        }
        Kinships kinships = new Kinships(field);
        Map<Integer, ItemResidual> remainders =
                ItemResiduals.of(problem, field, new AbilityLink(scale, model.shared()), model);
        Inheritance inheritance = InheritanceLearning.of(
                remainders, field, kinships, problem.blocks(), problem.lineage().relations());
        ForecastErrors calibrating = new ForecastErrors(problem, field, kinships, scale, inheritance, model, settings);
        Map<Integer, KnownRelative> mates = mates(remainders, field);
        return calibrating
                .run(step -> listener.onStep(settings.sweeps() + step, steps), cancelled)
                .map(calibration -> new ItemShared(
                        model.shared(), problem.blocks(), scale, inheritance, List.copyOf(mates.values()), calibration))
                .map(shared ->
                        new Result(shared, List.copyOf(mates.keySet()), model, model.stopReason(), model.likeness()));
    }

    /** Those that the fit remembers, by their rows: of each kind as many as are ever asked. */
    private static Map<Integer, KnownRelative> mates(Map<Integer, ItemResidual> remainders, FamilyPosterior field) {
        Map<NodeKey, Integer> count = new HashMap<>();
        Map<Integer, KnownRelative> mates = new LinkedHashMap<>();
        remainders.forEach((row, remainder) -> field.kind(row)
                .filter(kind -> count.merge(kind, 1, Integer::sum) <= Relatives.MOST)
                .ifPresent(kind -> mates.put(row, new KnownRelative(kind, remainder))));
        return mates;
    }
}
