package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.RandomStreams;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.outcomes.RunContext;

/**
 * Finds out how forecasts err: every model's outcomes are hidden in one of a few folds, all that comes from outcomes is
 * learned again without them ({@link HiddenFold}), and whole benchmarks are forecast from a few items of theirs ({@link
 * ForecastTrial}).
 */
final class ForecastErrors {

    static final int FOLDS = 5;

    /** Every fold is learned first, and measured then. */
    static final int STEPS = 2 * FOLDS;

    private final ItemFitInputs inputs;
    private final ItemEngine.Learned whole;
    private final ItemSettings settings;
    private final RunContext context;

    /** @param context its progress hears of {@link #STEPS} steps */
    ForecastErrors(ItemFitInputs inputs, ItemEngine.Learned whole, ItemSettings settings, RunContext context) {
        this.inputs = inputs;
        this.whole = whole;
        this.settings = settings;
        this.context = context;
    }

    /** Measures; empty where it was cancelled. */
    Optional<ForecastCalibration> run() {
        int[] order = Shuffle.of(inputs.seen(), settings.seed());
        List<HiddenFold> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Optional<HiddenFold> next = fold(order, fold);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            folds.add(next.get());
            context.progress().at("calibrating", folds.size(), STEPS);
        }
        List<ForecastCalibration.Miss> errors = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            errors.addAll(errors(folds.get(fold)));
            if (context.progress().cancelled()) {
                return Optional.empty();
            }
            context.progress().at("calibrating", FOLDS + fold + 1, STEPS);
        }
        return Optional.of(ForecastCalibration.of(inputs.blocks().benchmarks(), errors));
    }

    private Optional<HiddenFold> fold(int[] order, int fold) {
        int[] hidden = IntStream.range(0, order.length)
                .filter(k -> k % FOLDS == fold)
                .map(k -> order[k])
                .toArray();
        // those beyond what is asked for are hidden all the same: folds stay equally large
        int asked = (Math.min(order.length, settings.calibrationModels()) - fold + FOLDS - 1) / FOLDS;
        return HiddenFold.of(inputs, whole, hidden, asked, context);
    }

    private List<ForecastCalibration.Miss> errors(HiddenFold fold) {
        int[] asked = fold.asked();
        ForecastTrial trial =
                new ForecastTrial(inputs.blocks(), inputs.engine().rows(asked), inputs.field(), fold.shared());
        return IntStream.range(0, asked.length)
                .parallel()
                // choosing takes longest, and half of the models tell enough
                .mapToObj(k -> trial.of(
                        k,
                        inputs.fieldRow()[asked[k]],
                        fold.words().get(k),
                        k % 2 == 0,
                        RandomStreams.of(settings.seed(), asked[k])))
                .toList()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
