package org.eyrie.lrmf.items;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;
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
     * @param stopReason why it ended
     * @param likeness how far items were found to follow their neighbours, 0 to 1; 0 where there are none
     */
    public record Result(ItemShared shared, List<Integer> mates, StopReason stopReason, double likeness) {}

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
        return fit(ItemFitInputs.of(problem, field), settings, context).map(Found::result);
    }

    /** The same of outcomes that lie in chunks anywhere; finds the same to the last bit. */
    public static Optional<Result> fit(
            ChunkedItems items, FamilyPosterior field, ItemSettings settings, RunContext context) {
        return fit(ItemFitInputs.of(items, field), settings, context).map(Found::result);
    }

    /** What a fit found, and what the models that it saw showed. */
    record Found(Result result, ItemResiduals residuals) {}

    static Optional<Found> fit(ItemFitInputs inputs, ItemSettings settings, RunContext context) {
        int steps = settings.sweeps() + ForecastErrors.STEPS;
        Progress progress = context.progress();
        progress.at(LEARNING, 0, steps);
        ItemEngine.Learned learned = inputs.fit(
                settings.factorisation(inputs.seen().length),
                context.heardBy((step, sweep, sweeps) -> progress.at(LEARNING, sweep, steps)));
        if (learned.stopReason() == StopReason.CANCELLED) {
            return Optional.empty();
        }
        ItemResiduals residuals = inputs.residuals(learned);
        RunContext calibrating =
                context.heardBy((step, fold, folds) -> progress.at(LEARNING, settings.sweeps() + fold, steps));
        return new ForecastErrors(inputs, learned, settings, calibrating)
                .run()
                .map(calibration -> new Found(result(inputs, learned, residuals, calibration), residuals));
    }

    private static Result result(
            ItemFitInputs inputs,
            ItemEngine.Learned learned,
            ItemResiduals residuals,
            ForecastCalibration calibration) {
        Map<Integer, KnownRelative> mates = mates(residuals, inputs.field());
        ItemShared shared = new ItemShared(
                learned.shared(),
                inputs.blocks(),
                inputs.scale(),
                inputs.inheritance(residuals),
                List.copyOf(mates.values()),
                calibration);
        return new Result(shared, List.copyOf(mates.keySet()), learned.stopReason(), learned.likeness());
    }

    /** Those that the fit remembers, by their rows: of each kind as many as are ever asked. */
    private static Map<Integer, KnownRelative> mates(ItemResiduals residuals, FamilyPosterior field) {
        Map<NodeKey, Integer> count = new HashMap<>();
        Map<Integer, NodeKey> kinds = new LinkedHashMap<>();
        for (int row : residuals.rows()) {
            field.kind(row)
                    .filter(kind -> count.merge(kind, 1, Integer::sum) <= Relatives.MOST)
                    .ifPresent(kind -> kinds.put(row, kind));
        }
        Map<Integer, ItemResidual> told = residuals.of(kinds.keySet());
        Map<Integer, KnownRelative> mates = new LinkedHashMap<>();
        kinds.forEach((row, kind) -> mates.put(row, new KnownRelative(kind, Objects.requireNonNull(told.get(row)))));
        return mates;
    }
}
