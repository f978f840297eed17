package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.Explanation;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.FixedEffectContribution;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.ScoreContribution;
import org.eyrie.lrmf.posterior.SharedContribution;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** A new score updates its family at once: what that must equal. */
class ConditioningTest {

    private static final int COLUMNS = 3;
    private static final Problem PROBLEM = new SimulatedLineage(31, 120, COLUMNS, 0.5).problem;
    private static final SharedPart SHARED =
            LrmfFit.fit(PROBLEM, LrmfSettings.DEFAULT, Progress.NONE).shared();

    @Property(tries = 25)
    void newScoresGiveWhatSolvingAgainGives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
        Problem family = largestFamily();
        Observations more = random(new SplittableRandom(seed), family.lineage().models(), count);

        FamilyPosterior conditioned = SHARED.solve(family).observe(more);
        FamilyPosterior again = SHARED.solve(with(family, more));

        assertSame(conditioned, again);
    }

    @Property(tries = 10)
    void oneAfterTheOtherIsAllAtOnce(@ForAll long seed) {
        Problem family = largestFamily();
        SplittableRandom random = new SplittableRandom(seed);
        Observations first = random(random, family.lineage().models(), 2);
        Observations second = random(random, family.lineage().models(), 3);

        FamilyPosterior steps = SHARED.solve(family).observe(first).observe(second);

        assertSame(steps, SHARED.solve(with(with(family, first), second)));
    }

    @Test
    void anExplanationNamesTheNewScore() {
        Problem family = largestFamily();
        Observations more =
                new Observations(COLUMNS, new int[] {1}, new int[] {2}, new double[] {0.9}, new double[] {500});

        Explanation why = SHARED.solve(family).observe(more).explain(1, 2, LeaveOut.NOTHING);

        double sum = why.intercept() + why.withdrawn();
        sum += why.scores().stream().mapToDouble(ScoreContribution::logit).sum();
        sum += why.shared().stream().mapToDouble(SharedContribution::logit).sum();
        sum += why.drifts().stream().mapToDouble(FixedEffectContribution::logit).sum();
        assertThat(sum).isCloseTo(why.logitMean(), within(1e-9));
        assertThat(why.scores()).anySatisfy(score -> {
            assertThat(score.model()).isEqualTo(1);
            assertThat(score.column()).isEqualTo(2);
        });
    }

    @Test
    void anUnknownModelOrColumnIsRefused() {
        FamilyPosterior family = SHARED.solve(largestFamily());

        assertThatThrownBy(() -> family.observe(new Observations(
                        COLUMNS, new int[] {100_000}, new int[] {0}, new double[] {0.5}, new double[] {100})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000");
        assertThatThrownBy(() -> family.observe(new Observations(
                        COLUMNS + 1, new int[] {0}, new int[] {COLUMNS}, new double[] {0.5}, new double[] {100})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 columns");
    }

    private static void assertSame(FamilyPosterior one, FamilyPosterior two) {
        for (int u = 0; u < one.models(); u++) {
            for (int i = 0; i < COLUMNS; i++) {
                for (LeaveOut leaveOut : LeaveOut.values()) {
                    CellPrediction a = one.predict(u, i, leaveOut, 0.9);
                    CellPrediction b = two.predict(u, i, leaveOut, 0.9);
                    assertThat(a.logitMean()).isCloseTo(b.logitMean(), within(1e-8));
                    assertThat(a.logitVariance()).isCloseTo(b.logitVariance(), within(1e-8));
                    assertThat(a.lower()).isCloseTo(b.lower(), within(1e-8));
                    assertThat(a.upper()).isCloseTo(b.upper(), within(1e-8));
                    assertThat(a.ownScores()).isEqualTo(b.ownScores());
                }
            }
        }
    }

    private static Problem largestFamily() {
        List<Integer> largest = Subgraph.components(PROBLEM).stream()
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow();
        return Subgraph.of(PROBLEM, largest);
    }

    private static Observations random(SplittableRandom random, int models, int count) {
        double[] trials = new double[count];
        Arrays.fill(trials, 700);
        return new Observations(
                COLUMNS,
                random.ints(count, 0, models).toArray(),
                random.ints(count, 0, COLUMNS).toArray(),
                random.doubles(count, 0, 1).toArray(),
                trials);
    }

    private static Problem with(Problem problem, Observations more) {
        Observations all = problem.observations();
        return new Problem(
                problem.lineage(),
                problem.traits(),
                new Observations(
                        COLUMNS,
                        joined(all.model(), more.model()),
                        joined(all.column(), more.column()),
                        joined(all.score(), more.score()),
                        joined(all.trials(), more.trials())));
    }

    private static int[] joined(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    private static double[] joined(double[] a, double[] b) {
        return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }
}
