package org.eyrie.lrmf.items;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.prior.NodeKey;
import org.eyrie.task.Progress;

/** Learns the items of benchmarks from who answered which, with the field as what is known before. */
public final class ItemFit {

    private static final String LEARNING = "learning items";

    private ItemFit() {}

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
     * @param context its progress hears of every sweep and of every step of calibration; the last has {@code done == steps}
     * @return empty where it was cancelled
     * @throws IllegalArgumentException if no outcome was seen
     */
    public static Optional<Result> fit(
            ItemProblem problem, FamilyPosterior field, ItemSettings settings, RunContext context) {
        if (problem.outcomes().cells() == 0) {
            throw new IllegalArgumentException("An item fit needs at least one outcome");
        }
        int steps = settings.sweeps() + ForecastErrors.STEPS;
        Progress progress = context.progress();
        progress.at(LEARNING, 0, steps);
        ItemFitInputs inputs = ItemFitInputs.of(problem, field);
        OutcomeModel model = OutcomeFit.fit(
                inputs.outcomes(),
                settings.factorisation(problem.modelsWithOutcomes()),
                context.heardBy((step, sweep, sweeps) -> progress.at(LEARNING, sweep, steps)));
        if (model.stopReason() == StopReason.CANCELLED) {
            return Optional.empty();
        }
        Map<Integer, ItemResidual> residuals = inputs.residuals(model);
        RunContext calibrating =
                context.heardBy((step, fold, folds) -> progress.at(LEARNING, settings.sweeps() + fold, steps));
        return new ForecastErrors(inputs, model, settings, calibrating)
                .run()
                .map(calibration -> result(inputs, model, residuals, calibration));
    }

    private static Result result(
            ItemFitInputs inputs,
            OutcomeModel model,
            Map<Integer, ItemResidual> residuals,
            ForecastCalibration calibration) {
        Map<Integer, KnownRelative> mates = mates(residuals, inputs.field());
        ItemShared shared = new ItemShared(
                model.shared(),
                inputs.problem().blocks(),
                inputs.scale(),
                inputs.inheritance(residuals),
                List.copyOf(mates.values()),
                calibration);
        return new Result(shared, List.copyOf(mates.keySet()), model, model.stopReason(), model.likeness());
    }

    /** Those that the fit remembers, by their rows: of each kind as many as are ever asked. */
    private static Map<Integer, KnownRelative> mates(Map<Integer, ItemResidual> residuals, FamilyPosterior field) {
        Map<NodeKey, Integer> count = new HashMap<>();
        Map<Integer, KnownRelative> mates = new LinkedHashMap<>();
        residuals.forEach((row, residual) -> field.kind(row)
                .filter(kind -> count.merge(kind, 1, Integer::sum) <= Relatives.MOST)
                .ifPresent(kind -> mates.put(row, new KnownRelative(kind, residual))));
        return mates;
    }
}
