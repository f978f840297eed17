package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.OutcomeProblem;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.ScoreForecast;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/**
 * Finds out how forecasts err: every model's outcomes are hidden in one of a few folds, the columns are learned again
 * without them, and whole benchmarks are forecast from a few items of theirs, drawn at random or chosen to tell most.
 */
final class ForecastErrors {

    static final int FOLDS = 5;

    /** Every fold is learned first, and measured then. */
    static final int STEPS = 2 * FOLDS;

    /** From where the whole fit ended, this many sweeps forget a fold: each solves all columns anew. */
    private static final int SWEEPS = 5;

    /** Numbers of items that errors are measured after. */
    private static final int[] OBSERVED = {0, 10, 30, 100, 300};

    /** Items that are chosen to tell most; more take long to choose. */
    private static final int MOST_CHOSEN = 100;

    /** A benchmark that a model answered less of does not tell its true score. */
    private static final double NEARLY_ALL = 0.95;

    private final ItemProblem problem;
    private final FamilyPosterior field;
    private final Kinships kinships;
    private final AbilityScale scale;
    private final Inheritance inheritance;
    private final OutcomeModel model;
    private final ItemSettings settings;

    ForecastErrors(
            ItemProblem problem,
            FamilyPosterior field,
            Kinships kinships,
            AbilityScale scale,
            Inheritance inheritance,
            OutcomeModel model,
            ItemSettings settings) {
        this.problem = problem;
        this.field = field;
        this.kinships = kinships;
        this.scale = scale;
        this.inheritance = inheritance;
        this.model = model;
        this.settings = settings;
    }

    /** Measures; empty where it was cancelled. */
    Optional<ForecastCalibration> run(IntConsumer onStep, BooleanSupplier cancelled) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] order = shuffled(random);
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int first = fold;
            int[] hidden = IntStream.range(0, order.length)
                    .filter(k -> k % FOLDS == first)
                    .map(k -> order[k])
                    .toArray();
            // those beyond what is asked for are hidden all the same: folds stay equally large
            int asked = (Math.min(order.length, settings.calibrationModels()) - fold + FOLDS - 1) / FOLDS;
            Optional<Fold> without = without(hidden, asked, cancelled);
            if (without.isEmpty()) {
                return Optional.empty();
            }
            folds.add(without.get());
            onStep.accept(fold + 1);
        }
        int done = FOLDS;
        int benchmarks = problem.blocks().benchmarks();
        List<ForecastCalibration.Miss> errors = new ArrayList<>();
        for (Fold fold : folds) {
            ItemShared shared = new ItemShared(
                    fold.columns(),
                    problem.blocks(),
                    scale,
                    inheritance,
                    List.of(),
                    ForecastCalibration.none(benchmarks));
            SplittableRandom[] randoms = splits(random, fold.asked().length);
            IntStream.range(0, randoms.length)
                    .parallel()
                    .mapToObj(k -> measure(shared, fold.words().get(k), fold.asked()[k], k % 2 == 0, randoms[k]))
                    .toList()
                    .forEach(errors::addAll);
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            onStep.accept(++done);
        }
        return Optional.of(ForecastCalibration.of(benchmarks, errors));
    }

    /**
     * Columns that were learned without some models.
     *
     * @param asked some of those models
     * @param words what relatives say of each of them
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    private record Fold(OutcomeShared columns, int[] asked, List<Inheritance.Word> words) {}

    private Optional<Fold> without(int[] models, int asked, BooleanSupplier cancelled) {
        boolean[] hidden = new boolean[problem.lineage().models()];
        for (int u : models) {
            hidden[u] = true;
        }
        ItemProblem rest = problem.without(hidden);
        OutcomeModel refitted = OutcomeFit.continued(
                new OutcomeProblem(
                        rest.lineage(),
                        rest.outcomes(),
                        rest.ties(),
                        model.problem().covariates()),
                brief(model.settings()),
                model.shared(),
                settings.threads(),
                cancelled);
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        Map<Integer, ItemResidual> remainders =
                ItemResiduals.of(rest, field, new AbilityLink(scale, refitted.shared()), refitted);
        Relatives relatives = Relatives.among(remainders, inheritance, problem.blocks(), field, kinships);
        int[] some = Arrays.copyOf(models, asked);
        List<Inheritance.Word> words = IntStream.of(some)
                .parallel()
                .mapToObj(u -> relatives.of(problem.fieldRow()[u]))
                .toList();
        return Optional.of(new Fold(refitted.shared(), some, words));
    }

    private static OutcomeSettings brief(OutcomeSettings usual) {
        return new OutcomeSettings(
                usual.rank(),
                usual.kinship(),
                usual.founderRidge(),
                usual.ridge(),
                usual.interceptRidge(),
                usual.structural(),
                true,
                SWEEPS,
                usual.tolerance(),
                usual.seed());
    }

    private static SplittableRandom[] splits(SplittableRandom random, int count) {
        SplittableRandom[] splits = new SplittableRandom[count];
        for (int k = 0; k < count; k++) {
            splits[k] = random.split();
        }
        return splits;
    }

    private int[] shuffled(SplittableRandom random) {
        int[] seen = IntStream.range(0, problem.lineage().models())
                .filter(u -> problem.outcomes().cells(u) > 0)
                .toArray();
        return Shuffle.of(seen, random);
    }

    private List<ForecastCalibration.Miss> measure(
            ItemShared shared, Inheritance.Word word, int u, boolean choose, SplittableRandom random) {
        List<ForecastCalibration.Miss> found = new ArrayList<>();
        ItemizedBenchmarks own = new ItemizedBenchmarks(problem.blocks(), problem.outcomes(), u);
        for (ColdOrInformed standing : ColdOrInformed.values()) {
            IntPredicate without =
                    switch (standing) {
                        case COLD -> column -> true;
                        case INFORMED -> own::covers;
                    };
            ModelItems fresh = shared.fresh(field, problem.fieldRow()[u], without, standing, word);
            for (int b = 0; b < problem.blocks().benchmarks(); b++) {
                int[] cells = cellsOf(u, b);
                if (cells.length < NEARLY_ALL * problem.blocks().items(b)) {
                    continue;
                }
                double truth = Arrays.stream(cells)
                        .mapToDouble(cell -> problem.outcomes().success(u, cell) ? 1 : 0)
                        .average()
                        .orElseThrow();
                measure(fresh, u, b, truth, Shuffle.of(cells, random), found);
                if (choose) { // it takes longest, and half of the models tell enough
                    measure(fresh, u, b, truth, chosen(fresh, u, b, cells), found);
                }
            }
        }
        return found;
    }

    /** Errors from the first of a model's cells, a few, more, and many. */
    private void measure(
            ModelItems fresh, int u, int benchmark, double truth, int[] cells, List<ForecastCalibration.Miss> found) {
        double unseen = fresh.unseenDeviation(benchmark);
        for (int observed : OBSERVED) {
            if (observed > problem.blocks().items(benchmark) / 2 || observed > cells.length) {
                return;
            }
            int[] column = new int[observed];
            boolean[] success = new boolean[observed];
            for (int c = 0; c < observed; c++) {
                column[c] = problem.outcomes().column(u, cells[c]);
                success[c] = problem.outcomes().success(u, cells[c]);
            }
            ScoreForecast forecast = fresh.given(column, success).raw(benchmark);
            found.add(new ForecastCalibration.Miss(
                    benchmark,
                    fresh.standing(),
                    forecast.deviation() / unseen,
                    Math.abs(forecast.mean() - truth) / forecast.deviation()));
        }
    }

    /** Those of a model's cells that tell most, the first of them first. */
    private int[] chosen(ModelItems fresh, int u, int benchmark, int[] cells) {
        Map<Integer, Integer> cellOf = new HashMap<>();
        for (int cell : cells) {
            cellOf.put(problem.outcomes().column(u, cell) - problem.blocks().start()[benchmark], cell);
        }
        return fresh.plan(benchmark, MOST_CHOSEN)
                .filter(cellOf::containsKey)
                .map(cellOf::get)
                .toArray();
    }

    /** Which of a model's seen cells are items of a benchmark. */
    private int[] cellsOf(int u, int benchmark) {
        ItemBlocks blocks = problem.blocks();
        return IntStream.range(0, problem.outcomes().cells(u))
                .filter(k -> problem.outcomes().column(u, k) >= blocks.start()[benchmark])
                .filter(k -> problem.outcomes().column(u, k) < blocks.start()[benchmark + 1])
                .toArray();
    }
}
