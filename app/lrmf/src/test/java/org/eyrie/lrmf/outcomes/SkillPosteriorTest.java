package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a few observed items say about a model nobody had evaluated. */
class SkillPosteriorTest {

    private static final SmallWorld WORLD = new SmallWorld(400, 200, 3, 0.5, 21);
    private static OutcomeModel model;

    @BeforeAll
    static void fit() {
        model = OutcomeFit.fit(WORLD.seen(0.5), OutcomeSettings.learned(3, 1), RunContext.of(2));
    }

    private static SkillPosterior given(int u, int[] items) {
        boolean[] success = new boolean[items.length];
        for (int c = 0; c < items.length; c++) {
            success[c] = WORLD.outcome[u][items[c]] == 1;
        }
        return model.posterior(u).given(items, success);
    }

    private static byte[] known(int u, int[] items) {
        byte[] outcome = new byte[WORLD.columns];
        Arrays.fill(outcome, (byte) -1);
        for (int item : items) {
            outcome[item] = WORLD.outcome[u][item];
        }
        return outcome;
    }

    private static double score(int u) {
        return IntStream.range(0, WORLD.columns)
                .map(i -> WORLD.outcome[u][i])
                .average()
                .orElseThrow();
    }

    private static int[] all() {
        return IntStream.range(0, WORLD.columns).toArray();
    }

    @Test
    void takingInNothingChangesNothing() {
        SkillPosterior before = model.posterior(9);
        SkillPosterior after = before.given(new int[0], new boolean[0]);
        for (int k = 0; k < 3; k++) {
            assertThat(after.mean()[k]).isCloseTo(before.mean()[k], within(1e-9));
        }
    }

    @Test
    void aModelThatFindsAnItemEasierIsLessPraisedForIt() {
        double[] none = new double[WORLD.columns];
        double[] easy = new double[WORLD.columns];
        easy[4] = 2;
        SkillPosterior usual = model.posterior(9);
        assertThat(usual.offsetBy(none).probability(4)).isEqualTo(usual.probability(4));
        SkillPosterior gifted = usual.offsetBy(easy);
        assertThat(gifted.logit(4)).isCloseTo(usual.logit(4) + 2, within(1e-12));
        assertThat(gifted.logit(5)).isEqualTo(usual.logit(5));
        assertThat(gifted.logitVariance(4)).isEqualTo(usual.logitVariance(4));
        int[] item = {4};
        boolean[] solved = {true};
        double praised = usual.given(item, solved).logit(4) - usual.logit(4);
        double shrugged = gifted.given(item, solved).logit(4) - gifted.logit(4);
        assertThat(shrugged).isPositive().isLessThan(praised);
        assertThatThrownBy(() -> usual.offsetBy(new double[1])).hasMessageContaining("1 offsets");
    }

    @Test
    void eachOutcomeMakesSurer() {
        double before = Double.POSITIVE_INFINITY;
        for (int items : new int[] {0, 10, 50, 200}) {
            int[] first = IntStream.range(0, items).toArray();
            double now =
                    ScoreForecast.of(given(19, first), all(), known(19, first)).deviation();
            assertThat(now).isLessThan(before);
            before = now;
        }
        assertThat(before).as("every item is known").isZero();
    }

    @Test
    void ninetyPercentIntervalsOfWholeBenchmarksHoldTheTruthNineTimesOfTen() {
        int held = 0;
        int cases = 0;
        for (int u = 9; u < WORLD.models; u += 10) {
            for (int items : new int[] {0, 10, 30, 60}) {
                int[] first = IntStream.range(0, items).toArray();
                ScoreForecast forecast = ScoreForecast.of(given(u, first), all(), known(u, first));
                cases++;
                if (Math.abs(forecast.mean() - score(u)) <= 1.645 * forecast.deviation()) {
                    held++;
                }
            }
        }
        assertThat((double) held / cases).isBetween(0.82, 0.97);
    }

    @Test
    void chosenItemsTellMoreThanRandomOnes() {
        double chosen = 0;
        double random = 0;
        SplittableRandom dice = new SplittableRandom(4);
        double[] cost = new double[WORLD.columns];
        Arrays.fill(cost, 1);
        for (int u = 9; u < WORLD.models; u += 10) {
            int[] plan = NextItems.choose(model.posterior(u), all(), known(u, new int[0]), cost, 20);
            int[] drawn = dice.ints(0, WORLD.columns).distinct().limit(20).toArray();
            chosen += ScoreForecast.of(given(u, plan), all(), known(u, plan)).deviation();
            random += ScoreForecast.of(given(u, drawn), all(), known(u, drawn)).deviation();
        }
        assertThat(chosen).isLessThan(0.95 * random);
    }

    @Test
    void aDearItemIsChosenLaterAndNoneTwice() {
        double[] cost = new double[WORLD.columns];
        Arrays.fill(cost, 1);
        int[] plan = NextItems.choose(model.posterior(9), all(), known(9, new int[0]), cost, 500);
        assertThat(plan).hasSize(WORLD.columns).doesNotHaveDuplicates();
        cost[plan[0]] = 1e6;
        int[] other = NextItems.choose(model.posterior(9), all(), known(9, new int[0]), cost, 500);
        assertThat(other[WORLD.columns - 1]).isEqualTo(plan[0]);
    }

    @Test
    void aFitWithoutCovariancesDoesNotPretendToKnowHowSureItIs() {
        OutcomeModel paper = OutcomeFit.fit(WORLD.seen(0.1), OutcomeSettings.paper(2, 1, 1, 1), RunContext.of(1));
        assertThatThrownBy(() -> paper.posterior(0)).isInstanceOf(IllegalStateException.class);
    }
}
