package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeFitTest {

    private static final SmallWorld WORLD = new SmallWorld(120, 150, 2, 0.3, 11);

    private static OutcomeModel fit(OutcomeProblem problem, OutcomeSettings settings) {
        return OutcomeFit.fit(problem, settings, RunContext.of(2));
    }

    @Test
    void modelsNobodyEvaluatedArePredictedBetterWithLineageThanWithout() {
        OutcomeProblem problem = WORLD.seen(0.4);
        double with = WORLD.coldError(fit(problem, OutcomeSettings.learned(2, 1)));
        LineageGraph none = new LineageGraph(WORLD.models, 1, new int[0], new int[0], new int[0], new double[0]);
        OutcomeProblem alone = new OutcomeProblem(none, problem.outcomes(), new int[WORLD.columns], 1);
        double without = WORLD.coldError(fit(alone, OutcomeSettings.learned(2, 1)));
        assertThat(with).isLessThan(without * 2 / 3);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 3"})
    void theNumberOfThreadsChangesNoDigit(int few, int many) {
        OutcomeProblem problem = WORLD.seen(0.3);
        OutcomeSettings settings = OutcomeSettings.learned(3, 7);
        OutcomeModel one = OutcomeFit.fit(problem, settings, RunContext.of(few));
        OutcomeModel other = OutcomeFit.fit(problem, settings, RunContext.of(many));
        assertThat(one.trace()).isEqualTo(other.trace());
        assertThat(one.probability(5, 6)).isEqualTo(other.probability(5, 6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 100, 1e6})
    void theObjectiveNeverRises(double kinship) {
        OutcomeProblem problem = WORLD.seen(0.3);
        double before = Double.POSITIVE_INFINITY;
        for (int sweeps = 1; sweeps <= 12; sweeps++) {
            OutcomeSettings settings = new OutcomeSettings(2, kinship, 1, 1, 0.1, false, false, sweeps, 0, 3);
            double value = objective(fit(problem, settings));
            assertThat(value).isLessThanOrEqualTo(before * (1 + 1e-6));
            before = value;
        }
    }

    /** The penalised loss that the published form minimises, cell by cell. */
    private static double objective(OutcomeModel model) {
        OutcomeTable table = model.problem().outcomes();
        OutcomeSettings settings = model.settings();
        double sum = 0;
        for (int u = 0; u < table.rows(); u++) {
            for (int c = table.begin(u); c < table.begin(u + 1); c++) {
                double logit = model.logit(u, table.packed()[c] >> 1);
                sum += Logistic.softplus(logit) - (table.packed()[c] & 1) * logit;
            }
        }
        LineageGraph lineage = model.problem().lineage();
        for (int k = 0; k < settings.rank(); k++) {
            for (int e = 0; e < lineage.edges(); e++) {
                double difference = model.skill(lineage.child()[e], k) - model.skill(lineage.parent()[e], k);
                sum += settings.kinship() / 2 * difference * difference;
            }
            for (int u = 0; u < table.rows(); u++) {
                sum += settings.founderRidge() / 2 * model.skill(u, k) * model.skill(u, k);
            }
            for (int i = 0; i < table.columns(); i++) {
                sum += settings.ridge() / 2 * model.loading(i, k) * model.loading(i, k);
            }
        }
        for (int i = 0; i < table.columns(); i++) {
            double intercept = model.loading(i, settings.rank());
            sum += settings.interceptRidge() / 2 * intercept * intercept;
        }
        return sum;
    }

    @Test
    void overwhelmingKinshipMakesAChildPredictLikeItsParent() {
        OutcomeModel model = fit(WORLD.seen(0.3), OutcomeSettings.paper(2, 1e7, 1e-3, 2));
        LineageGraph lineage = WORLD.lineage;
        for (int e = 0; e < lineage.edges(); e++) {
            for (int i = 0; i < WORLD.columns; i += 10) {
                assertThat(model.probability(lineage.child()[e], i))
                        .isCloseTo(model.probability(lineage.parent()[e], i), within(1e-3));
            }
        }
    }

    @Test
    void itemsThatEveryoneOrNoOneAnswersStayFinite() {
        int models = 6;
        int[] row = new int[models * 2];
        int[] column = new int[models * 2];
        byte[] success = new byte[models * 2];
        for (int u = 0; u < models; u++) {
            row[2 * u] = u;
            row[2 * u + 1] = u;
            column[2 * u + 1] = 1;
            success[2 * u + 1] = 1;
        }
        LineageGraph chain = new LineageGraph(
                models, 1, new int[] {1, 2, 3, 4, 5}, new int[] {0, 1, 2, 3, 4}, new int[5], new double[] {1, 1, 1, 1, 1
                });
        OutcomeTable table = OutcomeTable.of(models, 3, row, column, success);
        // rank far beyond what three columns can show, one of which nobody was asked
        OutcomeModel model = fit(new OutcomeProblem(chain, table, new int[3], 1), OutcomeSettings.learned(20, 1));
        assertThat(model.probability(5, 0)).isBetween(0.0, 0.3);
        assertThat(model.probability(5, 1)).isBetween(0.7, 1.0);
        assertThat(model.probability(5, 2)).isBetween(0.05, 0.95);
    }

    @Test
    void aFamilyOfOneWithoutOutcomesIsAnsweredFromItsColumns() {
        LineageGraph one = new LineageGraph(1, 1, new int[0], new int[0], new int[0], new double[0]);
        OutcomeTable empty = OutcomeTable.of(1, 2, new int[0], new int[0], new byte[0]);
        OutcomeModel model = fit(new OutcomeProblem(one, empty, new int[2], 1), OutcomeSettings.learned(2, 1));
        assertThat(model.probability(0, 1)).isCloseTo(0.5, within(0.1));
    }

    @Test
    void seventyFiveGenerationsOfMergesAreSolvedAtOnce() {
        int generations = 75;
        int models = 2 * generations;
        int[] child = new int[4 * (generations - 1)];
        int[] parent = new int[child.length];
        int e = 0;
        for (int u = 2; u < models; u++) {
            for (int p = 0; p < 2; p++) {
                child[e] = u;
                parent[e++] = u - 2 - u % 2 + p;
            }
        }
        double[] weight = new double[e];
        Arrays.fill(weight, 1e-300); // tiny shares are shares all the same
        LineageGraph ladder = new LineageGraph(models, 1, child, parent, new int[e], weight);
        OutcomeTable table = OutcomeTable.of(models, 2, new int[] {0, 1}, new int[] {0, 0}, new byte[] {1, 1});
        OutcomeModel model = fit(new OutcomeProblem(ladder, table, new int[2], 1), OutcomeSettings.learned(2, 1));
        assertThat(model.probability(models - 1, 0)).isBetween(0.5, 1.0);
    }

    @Test
    void covariatesPredictModelsNobodyEvaluated() {
        SmallWorld world = new SmallWorld(60, 50, 2, 0.4, 31);
        OutcomeProblem problem = world.seen(0.4);
        SplittableRandom random = new SplittableRandom(5);
        double[] known = new double[world.models];
        for (int u = 0; u < world.models; u++) {
            double mean = Arrays.stream(world.probability[u]).average().orElseThrow();
            known[u] = 8 * (mean - 0.5) + 0.1 * random.nextGaussian();
        }
        LineageGraph strangers = new LineageGraph(world.models, 1, new int[0], new int[0], new int[0], new double[0]);
        OutcomeSettings settings = OutcomeSettings.learned(2, 1);
        double guess = world.coldError(
                fit(new OutcomeProblem(strangers, problem.outcomes(), problem.ties(), Covariates.NONE), settings));
        double informed = world.coldError(fit(
                new OutcomeProblem(strangers, problem.outcomes(), problem.ties(), new Covariates(1, known)), settings));
        assertThat(informed).isLessThan(guess / 2);
    }

    @Test
    void aFitCancelledWhileItGoesOverTheCellsLeavesTheModelsWhereTheyWere() {
        AtomicInteger asked = new AtomicInteger();
        OutcomeModel model = OutcomeFit.fit(
                WORLD.seen(0.3),
                OutcomeSettings.learned(2, 1),
                new RunContext(1, Progress.of((step, done, total) -> {}, () -> asked.incrementAndGet() > 2)));
        assertThat(model.stopReason()).isEqualTo(StopReason.CANCELLED);
        for (int u = 0; u < WORLD.models; u++) {
            assertThat(model.skill(u, 0)).isZero();
        }
    }

    @Test
    void aCancelledFitEndsAtOnceAndSaysSo() {
        AtomicLong sweeps = new AtomicLong();
        OutcomeModel model = OutcomeFit.fit(
                WORLD.seen(0.3),
                OutcomeSettings.learned(2, 1),
                new RunContext(2, Progress.of((step, done, total) -> sweeps.set(done), () -> sweeps.get() >= 2)));
        assertThat(model.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(sweeps.get()).isEqualTo(2);
    }

    @Test
    void aFitThatConvergedSaysSoAndOneThatRanOutOfSweepsToo() {
        OutcomeProblem problem = WORLD.seen(0.3);
        assertThat(fit(problem, OutcomeSettings.learned(2, 1)).stopReason()).isEqualTo(StopReason.CONVERGED);
        OutcomeSettings brief = new OutcomeSettings(2, 1, 1, 1, 1, true, false, 2, 1e-9, 1);
        assertThat(fit(problem, brief).stopReason()).isEqualTo(StopReason.SWEEP_LIMIT);
    }
}
