package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.CancelledException;

/**
 * How well items are predicted, and whole benchmarks from a few items: models known item by item are hidden in five
 * folds, all is learned again without them, field and intervals included.
 */
public final class ItemBacktest {

    /** How often models are hidden, every one of them once. */
    public static final int FOLDS = 5;

    private static final int[] OBSERVED = {0, 10, 25, 50, 100, 150, 200};

    /** Fewer models item by item, and a figure would say more about luck than about methods. */
    public static final int FEWEST_MODELS = 40;

    private final Problem whole;
    private final ItemProblem items;
    private final LrmfSettings fieldSettings;
    private final ItemSettings settings;
    private final double level;

    /**
     * @param whole everything known of whole benchmarks
     * @param items everything known of items, rows of the field being rows of {@code whole}
     * @param level nominal coverage of the intervals
     */
    public ItemBacktest(
            Problem whole, ItemProblem items, LrmfSettings fieldSettings, ItemSettings settings, double level) {
        this.whole = whole;
        this.items = items;
        this.fieldSettings = fieldSettings;
        this.settings = settings;
        this.level = level;
    }

    /** What an experiment showed. */
    public record Outcome(List<ItemLoss> losses, List<ItemTrial> trials) {}

    /**
     * Runs.
     *
     * @param rounds how many of the {@link #FOLDS} folds; fewer save time and tell less
     * @param context its progress hears of every fold
     * @throws IllegalArgumentException if fewer than {@link #FEWEST_MODELS} models are known item by item
     * @throws CancelledException if it was cancelled
     */
    public Outcome run(int rounds, RunContext context) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] order = Shuffle.of(
                IntStream.range(0, items.lineage().models())
                        .filter(u -> items.outcomes().cells(u) > 0)
                        .toArray(),
                random);
        if (order.length < FEWEST_MODELS) {
            throw new IllegalArgumentException(
                    "It needs " + FEWEST_MODELS + " models known item by item, and there are " + order.length);
        }
        List<ItemLoss> losses = new ArrayList<>();
        List<ItemTrial> trials = new ArrayList<>();
        int parts = rounds * ColdOrInformed.COUNT;
        int done = 0;
        for (ColdOrInformed standing : ColdOrInformed.values()) {
            ItemTally tally = new ItemTally(items.blocks().benchmarks(), OBSERVED);
            for (int fold = 0; fold < rounds; fold++) {
                boolean[] hidden = new boolean[items.lineage().models()];
                for (int k = fold; k < order.length; k += FOLDS) {
                    hidden[order[k]] = true;
                }
                fold(standing, hidden, tally, random.split(), context);
                context.progress().at("items", ++done, parts);
            }
            losses.addAll(tally.losses(standing));
            trials.addAll(tally.trials(standing));
        }
        return new Outcome(losses, trials);
    }

    private void fold(
            ColdOrInformed standing, boolean[] hidden, ItemTally tally, SplittableRandom random, RunContext context) {
        RunContext unheard = context.heardBy((step, steps, all) -> {});
        FamilyPosterior field = LrmfFit.fit(training(standing, hidden), fieldSettings, unheard.progress())
                .models();
        ItemProblem rest = items.without(hidden);
        ItemFitInputs inputs = ItemFitInputs.of(rest, field);
        ItemFit.Found fit =
                ItemFit.fit(inputs, settings, unheard).orElseThrow(() -> new CancelledException("Cancelled"));
        ItemShared shared = fit.result().shared();
        double[] rate = rates(rest);
        int[] asked = IntStream.range(0, hidden.length).filter(u -> hidden[u]).toArray();
        int[] rows = IntStream.of(asked).map(u -> items.fieldRow()[u]).toArray();
        List<Inheritance.Word> words =
                Relatives.words(fit.residuals(), shared.inheritance, items.blocks(), inputs.kinships(), rows);
        for (int k = 0; k < asked.length; k++) {
            ModelItems fresh = shared.fresh(field, rows[k], column -> false, standing, words.get(k));
            for (int b = 0; b < items.blocks().benchmarks(); b++) {
                one(fresh, asked[k], b, rate, tally, random);
            }
        }
    }

    private void one(ModelItems fresh, int u, int b, double[] rate, ItemTally tally, SplittableRandom random) {
        int start = items.blocks().start()[b];
        int length = items.blocks().items(b);
        int[] truth = new int[length];
        Arrays.fill(truth, -1);
        int seen = 0;
        for (int k = 0; k < items.outcomes().cells(u); k++) {
            int position = items.outcomes().column(u, k) - start;
            if (position >= 0 && position < length) {
                truth[position] = items.outcomes().success(u, k) ? 1 : 0;
                tally.item(b, fresh.item(b, position, level).probability(), rate[start + position], truth[position]);
                seen++;
            }
        }
        if (seen < length) {
            return; // who answered only a part does not tell its true score
        }
        double score = IntStream.of(truth).average().orElse(0);
        int[] any = Shuffle.of(IntStream.range(0, length).toArray(), random);
        double[] cost = new double[length];
        Arrays.fill(cost, 1);
        int most = Math.min(OBSERVED[OBSERVED.length - 1], length / 2);
        int[] best = fresh.next(b, cost, most, 0, level).stream()
                .mapToInt(NextStep::position)
                .toArray();
        for (int k = 0; k < OBSERVED.length && OBSERVED[k] <= most; k++) {
            for (int[] order : new int[][] {any, best}) {
                int[] column = new int[OBSERVED[k]];
                boolean[] success = new boolean[column.length];
                for (int c = 0; c < column.length; c++) {
                    column[c] = start + order[c];
                    success[c] = truth[order[c]] == 1;
                }
                tally.forecast(b, order == best, k, fresh.given(column, success).forecast(b, level), score);
            }
        }
    }

    /** The whole problem without what must not be known of hidden models. */
    private Problem training(ColdOrInformed standing, boolean[] hidden) {
        ItemizedBenchmarks[] owns = new ItemizedBenchmarks[whole.lineage().models()];
        for (int u = 0; u < hidden.length; u++) {
            if (hidden[u]) {
                owns[items.fieldRow()[u]] = new ItemizedBenchmarks(items.blocks(), items.outcomes(), u);
            }
        }
        Observations all = whole.observations();
        return whole.without(c -> owns[all.model()[c]] != null
                && (standing != ColdOrInformed.INFORMED || owns[all.model()[c]].covers(all.column()[c])));
    }

    /** Share of successes per item, one success and one failure added. */
    private static double[] rates(ItemProblem rest) {
        double[] success = new double[rest.outcomes().columns()];
        double[] all = new double[success.length];
        for (int u = 0; u < rest.outcomes().rows(); u++) {
            for (int k = 0; k < rest.outcomes().cells(u); k++) {
                all[rest.outcomes().column(u, k)]++;
                success[rest.outcomes().column(u, k)] += rest.outcomes().success(u, k) ? 1 : 0;
            }
        }
        for (int i = 0; i < success.length; i++) {
            success[i] = (success[i] + 1) / (all[i] + 2);
        }
        return success;
    }
}
