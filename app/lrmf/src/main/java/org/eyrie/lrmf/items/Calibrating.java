package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eyrie.lrmf.binomial.BinomialSettings;
import org.eyrie.lrmf.binomial.Forecast;
import org.eyrie.lrmf.binomial.OutcomeFit;
import org.eyrie.lrmf.binomial.OutcomeModel;
import org.eyrie.lrmf.binomial.OutcomeProblem;
import org.eyrie.lrmf.binomial.SkillPosterior;
import org.eyrie.lrmf.fit.Ability;
import org.eyrie.lrmf.fit.FamilyPosterior;

/**
 * Finds out how forecasts err: every model's outcomes are hidden in one of a few folds, the columns are learned again
 * without them, and whole benchmarks are forecast from a few random items of theirs.
 */
final class Calibrating {

    static final int FOLDS = 5;

    /** From where the whole fit ended, this many sweeps forget a fold: each solves all columns anew. */
    private static final int SWEEPS = 5;

    /** A benchmark that a model answered less of does not tell its true score. */
    private static final double NEARLY_ALL = 0.95;

    private final ItemProblem problem;
    private final FamilyPosterior field;
    private final Ability[] known;
    private final AbilityScale scale;
    private final OutcomeProblem outcomes;
    private final OutcomeModel model;
    private final ItemSettings settings;
    private final List<List<Double>> errors = new ArrayList<>();

    Calibrating(
            ItemProblem problem,
            FamilyPosterior field,
            Ability[] known,
            AbilityScale scale,
            OutcomeProblem outcomes,
            OutcomeModel model,
            ItemSettings settings) {
        this.problem = problem;
        this.field = field;
        this.known = known;
        this.scale = scale;
        this.outcomes = outcomes;
        this.model = model;
        this.settings = settings;
        int cells = problem.blocks().benchmarks() * Standing.COUNT * ForecastCalibration.OBSERVED.length;
        IntStream.range(0, cells).forEach(cell -> errors.add(new ArrayList<>()));
    }

    /** Measures; empty where it was cancelled. */
    Optional<ForecastCalibration> run(IntConsumer onFold, BooleanSupplier cancelled) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] order = shuffled(random);
        BinomialSettings usual = model.settings();
        BinomialSettings brief = new BinomialSettings(
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
        for (int fold = 0; fold < FOLDS; fold++) {
            boolean[] hidden = new boolean[problem.lineage().models()];
            for (int k = fold; k < order.length; k += FOLDS) {
                hidden[order[k]] = true;
            }
            OutcomeProblem rest = new OutcomeProblem(
                    problem.lineage(), problem.outcomes().without(hidden), problem.ties(), outcomes.covariates());
            OutcomeModel refitted = OutcomeFit.continued(rest, brief, model.shared(), settings.threads(), cancelled);
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            ItemShared shared = new ItemShared(
                    refitted.shared(), problem.blocks(), scale, ForecastCalibration.of(0, new double[0][]));
            // those beyond what is asked for are hidden all the same: folds stay equally large
            int first = fold;
            SplittableRandom[] randoms = splits(random, order.length / FOLDS + 1);
            IntStream.range(0, randoms.length)
                    .filter(k -> first + k * FOLDS < Math.min(order.length, settings.calibrationModels()))
                    .parallel()
                    .mapToObj(k -> {
                        int u = order[first + k * FOLDS];
                        return measure(shared, refitted.posterior(u), u, randoms[k]);
                    })
                    .toList()
                    .forEach(each ->
                            each.forEach(error -> errors.get(error.cell()).add(error.size())));
            onFold.accept(fold + 1);
        }
        double[][] samples = errors.stream()
                .map(each -> each.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return Optional.of(ForecastCalibration.of(problem.blocks().benchmarks(), samples));
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
        return shuffle(seen, random);
    }

    static int[] shuffle(int[] values, SplittableRandom random) {
        for (int k = values.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int value = values[k];
            values[k] = values[other];
            values[other] = value;
        }
        return values;
    }

    /** One error, in deviations. */
    private record Sized(int cell, double size) {}

    private List<Sized> measure(ItemShared shared, SkillPosterior skills, int u, SplittableRandom random) {
        List<Sized> found = new ArrayList<>();
        int row = problem.fieldRow()[u];
        for (Standing standing : Standing.values()) {
            Ability now =
                    switch (standing) {
                        case COLD -> field.ability(row, column -> true);
                        case INFORMED ->
                            field.ability(row, new Ownership(problem.blocks(), problem.outcomes(), u)::covers);
                    };
            ModelItems fresh =
                    new ModelItems(shared, shared.link.moved(skills, known[u], now), standing, new byte[0][]);
            for (int b = 0; b < problem.blocks().benchmarks(); b++) {
                measure(fresh, u, b, standing, random, found);
            }
        }
        return found;
    }

    private void measure(
            ModelItems fresh, int u, int benchmark, Standing standing, SplittableRandom random, List<Sized> found) {
        int[] own = cellsOf(u, benchmark);
        int items = problem.blocks().items(benchmark);
        if (own.length < NEARLY_ALL * items) {
            return;
        }
        double truth = 0;
        for (int cell : own) {
            truth += problem.outcomes().success(u, cell) ? 1.0 / own.length : 0;
        }
        shuffle(own, random);
        for (int k = 0; k < ForecastCalibration.OBSERVED.length; k++) {
            int observed = ForecastCalibration.OBSERVED[k];
            if (observed > own.length / 2) {
                return;
            }
            int[] column = new int[observed];
            boolean[] success = new boolean[observed];
            for (int c = 0; c < observed; c++) {
                column[c] = problem.outcomes().column(u, own[c]);
                success[c] = problem.outcomes().success(u, own[c]);
            }
            Forecast forecast = fresh.given(column, success).raw(benchmark);
            found.add(new Sized(
                    ForecastCalibration.cell(benchmark, standing, k),
                    Math.abs(forecast.mean() - truth) / forecast.deviation()));
        }
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
