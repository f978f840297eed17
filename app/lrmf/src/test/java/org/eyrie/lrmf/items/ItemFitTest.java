package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.LocalChunks;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items and benchmarks of models nobody had evaluated, on simulated families. */
class ItemFitTest {

    private static final ItemWorld WORLD = new ItemWorld(240, 7);
    private static final ItemSettings SETTINGS = new ItemSettings(3, 40, 1e-2, 300, 1);
    private static FamilyPosterior field;
    private static ItemShared shared;

    @BeforeAll
    static void fit() {
        field = WORLD.field();
        shared = ItemFit.fit(WORLD.items(), field, SETTINGS, RunContext.of(2))
                .orElseThrow()
                .shared();
    }

    private static ModelItems of(int model, int items) {
        return of(shared, model, items);
    }

    private static ModelItems of(ItemShared fitted, int model, int items) {
        return fitted.solve(
                field,
                WORLD.outcomes(u -> u == model || !WORLD.isNew(u), i -> !WORLD.isNew(model) || i < items),
                model,
                new int[0]);
    }

    private static int[] newModels() {
        return IntStream.range(0, WORLD.models).filter(WORLD::isNew).toArray();
    }

    @Test
    void aModelNobodyEvaluatedIsPredictedItemByItemBetterThanByTheItemsAlone() {
        double ours = 0;
        double mean = 0;
        for (int u : newModels()) {
            ModelItems items = of(u, 0);
            for (int i = 0; i < ItemWorld.ITEMS; i++) {
                int item = i;
                double rate = IntStream.range(0, WORLD.models)
                        .filter(v -> !WORLD.isNew(v))
                        .mapToDouble(v -> WORLD.outcome[v][item])
                        .average()
                        .orElseThrow();
                double truth = WORLD.probability[u][i];
                ours += Math.pow(items.item(0, i, 0.9).probability() - truth, 2);
                mean += Math.pow(rate - truth, 2);
            }
        }
        assertThat(ours).isLessThan(0.6 * mean);
    }

    @Test
    void ninetyPercentIntervalsHoldNineOfTenWholeBenchmarks() {
        int held = 0;
        int cases = 0;
        for (int u : newModels()) {
            for (int seen : new int[] {0, 10, 30, 60}) {
                BenchmarkForecast forecast = of(u, seen).forecast(0, 0.9);
                cases++;
                double score = WORLD.score(u, 0);
                held += forecast.lower() <= score && score <= forecast.upper() ? 1 : 0;
            }
        }
        assertThat((double) held / cases).isBetween(0.75, 0.99);
    }

    @Test
    void aBenchmarkThatWasRunWholeIsKnown() {
        BenchmarkForecast forecast = of(newModels()[0], ItemWorld.ITEMS).forecast(0, 0.9);
        assertThat(forecast.mean()).isCloseTo(WORLD.score(newModels()[0], 0), within(1e-12));
        assertThat(forecast.width()).isCloseTo(0, within(1e-12));
        assertThat(forecast.observed()).isEqualTo(ItemWorld.ITEMS);
    }

    @Test
    void whatItemsHaveSettledIsNeverInDoubt() {
        ModelItems items = of(newModels()[1], 100);
        double settled = IntStream.range(0, 100)
                        .map(i -> WORLD.outcome[newModels()[1]][i])
                        .sum()
                / (double) ItemWorld.ITEMS;
        BenchmarkForecast forecast = items.forecast(0, 0.99);
        assertThat(forecast.lower()).isGreaterThanOrEqualTo(settled);
        assertThat(forecast.upper()).isLessThanOrEqualTo(settled + 20.0 / ItemWorld.ITEMS);
    }

    @Test
    void aModelWithoutScoresIsColdAndOneWithScoresElsewhereIsInformed() {
        assertThat(of(newModels()[0], 10).standing()).isEqualTo(ColdOrInformed.COLD);
        int known = 3;
        ModelItems onOne =
                shared.solve(field, WORLD.outcomes(u -> u == known, i -> i < ItemWorld.ITEMS), known, new int[0]);
        assertThat(onOne.standing()).isEqualTo(ColdOrInformed.INFORMED);
        ModelItems onBoth = shared.solve(field, WORLD.outcomes(u -> u == known), known, new int[0]);
        assertThat(onBoth.standing()).isEqualTo(ColdOrInformed.COLD);
    }

    @Test
    void thePlanNarrowsTheIntervalAndStopsWhereItIsNarrowEnough() {
        ModelItems items = of(newModels()[2], 0);
        double[] cost = new double[ItemWorld.ITEMS];
        Arrays.fill(cost, 1);
        List<NextStep> plan = items.next(0, cost, 60, 0, 0.9);
        assertThat(plan).hasSize(60);
        assertThat(plan.get(59).width()).isLessThan(plan.get(0).width());
        double target = plan.get(30).width();
        List<NextStep> shorter = items.next(0, cost, 60, target, 0.9);
        assertThat(shorter).hasSizeLessThanOrEqualTo(31);
        assertThat(shorter.get(shorter.size() - 1).width()).isLessThanOrEqualTo(target);
    }

    /** Whatever is known before, of models that are good at it and bad. */
    @ParameterizedTest
    @CsvSource({"0,0", "1,5", "2,20", "3,0", "4,59"})
    void expectedWidthsNeverGrowFromWhatIsKnownNow(int which, int known) {
        ModelItems items = of(newModels()[which], known);
        double[] cost = new double[ItemWorld.ITEMS];
        Arrays.fill(cost, 1);
        double before = items.forecast(0, 0.9).width();
        for (NextStep step : items.next(0, cost, ItemWorld.ITEMS, 0, 0.9)) {
            assertThat(step.width()).isBetween(0.0, before + 1e-12);
            before = step.width();
        }
        assertThat(before).as("all items run").isZero();
    }

    @Test
    void dearItemsAreLeftForLater() {
        ModelItems items = of(newModels()[2], 0);
        double[] cost = new double[ItemWorld.ITEMS];
        Arrays.fill(cost, 1);
        int best = items.next(0, cost, 1, 0, 0.9).get(0).position();
        cost[best] = 1000;
        assertThat(items.next(0, cost, 60, 0, 0.9))
                .extracting(NextStep::position)
                .doesNotContain(best);
        assertThatThrownBy(() -> items.next(0, new double[] {1}, 5, 0, 0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasWrittenIsReadToTheLastDigit() {
        ItemShared read = ItemShared.fromBytes(shared.toBytes());
        assertThat(of(read, newModels()[0], 20).forecast(1, 0.9))
                .isEqualTo(of(newModels()[0], 20).forecast(1, 0.9));
        byte[] damaged = shared.toBytes();
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> ItemShared.fromBytes(damaged)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> ItemShared.fromBytes(new byte[40])).hasMessageContaining("not an item fit");
        assertThatThrownBy(() -> ItemShared.fromBytes(new byte[3])).hasMessageContaining("too few");
    }

    @Test
    void equalSeedsGiveEqualFitsWhateverTheThreads() {
        byte[] again = ItemFit.fit(WORLD.items(), field, SETTINGS, RunContext.of(1))
                .orElseThrow()
                .shared()
                .toBytes();
        assertThat(again).isEqualTo(shared.toBytes());
    }

    @Test
    void outcomesInChunksGiveTheSameFitToTheLastBit() {
        ItemProblem items = WORLD.items();
        ChunkedItems chunked =
                new ChunkedItems(LocalChunks.of(items.outcomes()), items.fieldRow(), 1, items.blocks(), items.ties());
        byte[] found = ItemFit.fit(chunked, field, SETTINGS, RunContext.of(2))
                .orElseThrow()
                .shared()
                .toBytes();
        assertThat(found).isEqualTo(shared.toBytes());
    }

    @Test
    void aCancelledFitIsNoFit() {
        assertThat(ItemFit.fit(
                        WORLD.items(),
                        field,
                        SETTINGS,
                        new RunContext(2, Progress.of((step, done, total) -> {}, () -> true))))
                .isEmpty();
    }
}
