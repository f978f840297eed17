package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.observation.CellEvidence;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.Timeline;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyPosteriorTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void contributionsAddUpToThePrediction(int columns) {
        Problem problem = new SimulatedLineage(31, 70, columns, 0.7).problem;
        SharedPart shared = LrmfFit.fit(problem, new LrmfSettings(4, 0.1, 6, 0, 1), Progress.NONE)
                .shared();
        Problem part = Subgraph.of(problem, Subgraph.components(problem).get(0));
        FamilyPosterior family = shared.solve(part);

        for (int u = 0; u < family.models(); u++) {
            for (LeaveOut leaveOut : LeaveOut.values()) {
                Explanation why = family.explain(u, 1, leaveOut);
                double sum = why.intercept()
                        + why.scores().stream()
                                .mapToDouble(ScoreContribution::logit)
                                .sum()
                        + why.shared().stream()
                                .mapToDouble(SharedContribution::logit)
                                .sum()
                        + why.drifts().stream()
                                .mapToDouble(FixedEffectContribution::logit)
                                .sum();
                assertThat(sum + why.withdrawn()).isCloseTo(why.logitMean(), within(1e-9));
                if (leaveOut == LeaveOut.NOTHING) {
                    assertThat(why.withdrawn()).isCloseTo(0, within(1e-8));
                }
                assertThat(why.logitMean())
                        .isCloseTo(family.predict(u, 1, leaveOut, 0.9).logitMean(), within(1e-8));
            }
        }
    }

    @Test
    void whatIsLeftOutContributesNothing() {
        Problem problem = new SimulatedLineage(32, 50, 2, 1).problem;
        FamilyPosterior family = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE)
                .shared()
                .solve(problem);

        assertThat(family.explain(3, 1, LeaveOut.CELL).scores())
                .noneMatch(part -> part.model() == 3 && part.column() == 1);
        assertThat(family.explain(3, 1, LeaveOut.MODEL).scores()).noneMatch(part -> part.model() == 3);
    }

    @Test
    void leavingOutEqualsNeverHavingMeasuredWithTheStrengthsHeld() {
        Problem problem = new SimulatedLineage(33, 60, 3, 0.8).problem;
        FitResult fit = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        SharedPart shared = fit.shared();
        LineageField field = FieldPlan.whole(
                problem.lineage(), problem.traits(), Timeline.of(problem.traits(), problem.observations()));
        FieldStructure system = FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), 3);
        for (int u = 0; u < 60; u += 7) {
            boolean[] hidden = new boolean[60];
            hidden[u] = true;
            ObservedCells rest =
                    ObservedCells.of(SimulatedLineage.without(problem, hidden).observations(), 60, shared.scale());
            FieldPosterior posterior = new FieldSolver(system)
                    .solve(shared.prior.strengths(), new CellEvidence(rest, shared.columns), null)
                    .orElseThrow();
            double[] block = new double[9];
            posterior.covariance().read(u, u, block, 0);

            CellPrediction left = fit.models().predict(u, 2, LeaveOut.MODEL, 0.9);

            assertThat(left.logitMean()).isCloseTo(shared.columns.predict(2, posterior.mean(), u * 3), within(1e-8));
            assertThat(left.logitVariance()).isCloseTo(block[8], within(1e-8));
        }
    }

    @Test
    void intervalsWidenWithDistanceFromEvidence() {
        FamilyPosterior chain = chainOf(12);

        for (int u = 1; u < 12; u++) {
            assertThat(chain.predict(u, 0, LeaveOut.NOTHING, 0.9).logitVariance())
                    .isGreaterThan(
                            chain.predict(u - 1, 0, LeaveOut.NOTHING, 0.9).logitVariance());
        }
    }

    @Test
    void aLineOfSeventyFiveGenerationsIsFinite() {
        FamilyPosterior chain = chainOf(75);

        CellPrediction last = chain.predict(74, 0, LeaveOut.NOTHING, 0.9);

        assertThat(last.mean()).isBetween(0.0, 1.0);
        assertThat(last.logitVariance()).isPositive().isFinite();
    }

    /** A measured founder and its descendants, each from the one before; learned on simulated families. */
    private static FamilyPosterior chainOf(int length) {
        Problem problem = new SimulatedLineage(34, 200, 1, 0.7).problem;
        SharedPart shared =
                LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE).shared();
        Problem chain = Subgraph.of(problem, List.of(0));
        for (int u = 1; u < length; u++) {
            chain = Subgraph.withChild(chain, new int[] {u - 1}, 0);
        }
        Observations one = new Observations(1, new int[] {0}, new int[] {0}, new double[] {0.5}, new double[] {500});
        return shared.solve(
                new Problem(chain.lineage(), nobodyKnows(chain.lineage().models()), one));
    }

    private static ModelTraits nobodyKnows(int n) {
        int[] unknown = new int[n];
        Arrays.fill(unknown, -1);
        double[] nan = new double[n];
        Arrays.fill(nan, Double.NaN);
        return new ModelTraits(unknown, unknown, unknown, unknown, unknown, unknown, nan, nan);
    }

    @Test
    void aMeasuredTriumphMakesBeatingTheParentsCertain() {
        Problem problem = new SimulatedLineage(35, 100, 1, 1).problem;
        SharedPart shared =
                LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE).shared();
        Problem two = Subgraph.withChild(Subgraph.of(problem, List.of(0)), new int[] {0}, 0);

        assertThat(chance(shared, two, 0.05, 0.95)).isGreaterThan(0.99);
        assertThat(chance(shared, two, 0.95, 0.05)).isLessThan(0.01);
        assertThatThrownBy(() -> shared.solve(two).chanceToBeatParents(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no parents");
    }

    private static double chance(SharedPart shared, Problem two, double parent, double child) {
        Observations scores = new Observations(
                1, new int[] {0, 1}, new int[] {0, 0}, new double[] {parent, child}, new double[] {500, 500});
        return shared.solve(new Problem(two.lineage(), two.traits(), scores)).chanceToBeatParents(1, 0);
    }

    @Test
    void scoresOfZeroAndOneAreFinite() {
        Problem problem = new SimulatedLineage(36, 60, 2, 1).problem;
        Observations o = problem.observations();
        double[] score = o.score().clone();
        for (int c = 0; c < score.length; c++) {
            score[c] = c % 3 == 0 ? 0 : c % 3 == 1 ? 1 : score[c];
        }
        Problem extreme = new Problem(
                problem.lineage(), problem.traits(), new Observations(2, o.model(), o.column(), score, o.trials()));

        FitResult fit = LrmfFit.fit(extreme, LrmfSettings.DEFAULT, Progress.NONE);

        for (int u = 0; u < 60; u++) {
            CellPrediction p = fit.models().predict(u, 0, LeaveOut.CELL, 0.9);
            assertThat(p.mean()).isBetween(p.lower(), p.upper());
            assertThat(p.lower()).isGreaterThanOrEqualTo(0);
            assertThat(p.upper()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void oneScoreOfOneModelIsEnoughForAnAnswer() {
        LineageGraph alone = new LineageGraph(1, 1, new int[0], new int[0], new int[0], new double[0]);
        Observations one = new Observations(2, new int[] {0}, new int[] {0}, new double[] {0.7}, new double[] {100});

        FamilyPosterior models = LrmfFit.fit(
                        new Problem(alone, nobodyKnows(1), one), LrmfSettings.DEFAULT, Progress.NONE)
                .models();

        assertThat(models.predict(0, 0, LeaveOut.NOTHING, 0.9).mean()).isBetween(0.3, 1.0);
        assertThat(models.predict(0, 1, LeaveOut.NOTHING, 0.9).mean()).isBetween(0.0, 1.0);
    }

    @Test
    void aMergeOfTenThousandParentsIsSolved() {
        int n = 10_001;
        int[] child = new int[n - 1];
        int[] parent = new int[n - 1];
        double[] weight = new double[n - 1];
        Arrays.fill(child, n - 1);
        Arrays.setAll(parent, k -> k);
        Arrays.fill(weight, Double.NaN);
        LineageGraph merge = new LineageGraph(n, 1, child, parent, new int[n - 1], weight);
        int[] model = new int[n - 1];
        double[] score = new double[n - 1];
        double[] trials = new double[n - 1];
        Arrays.setAll(model, k -> k);
        Arrays.setAll(score, k -> 0.3 + 0.4 * (k % 7) / 6.0);
        Arrays.fill(trials, 100);
        Problem problem = new Problem(merge, nobodyKnows(n), new Observations(1, model, new int[n - 1], score, trials));

        FamilyPosterior models = LrmfFit.fit(problem, new LrmfSettings(8, 0.1, 3, 0, 1), Progress.NONE)
                .models();

        assertThat(models.predict(n - 1, 0, LeaveOut.NOTHING, 0.9).mean()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void onKnownFactorsIntervalsCoverWhatTheyPromise() {
        int covered = 0;
        int all = 0;
        double width = 0;
        for (long seed = 40; seed < 44; seed++) {
            SimulatedLineage simulated = new SimulatedLineage(seed, 400, 3, 0.7);
            boolean[] seen = new boolean[400];
            for (int u : simulated.problem.observations().model()) {
                seen[u] = true;
            }
            FamilyPosterior models = LrmfFit.fit(simulated.problem, LrmfSettings.DEFAULT, Progress.NONE)
                    .models();
            for (int u = 0; u < 400; u++) {
                for (int i = 0; i < 3 && !seen[u]; i++) {
                    CellPrediction p = models.predict(u, i, LeaveOut.MODEL, 0.9);
                    double truth = simulated.measured[u][i];
                    covered += truth >= p.lower() && truth <= p.upper() ? 1 : 0;
                    width += p.upper() - p.lower();
                    all++;
                }
            }
        }

        assertThat(covered / (double) all).isBetween(0.87, 0.93);
        assertThat(width / all).isLessThan(0.6);
    }

    @Test
    void aLevelOutsideItsBoundsIsRefused() {
        Problem problem = new SimulatedLineage(37, 20, 1, 1).problem;
        FamilyPosterior models =
                LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE).models();

        assertThatThrownBy(() -> models.predict(0, 0, LeaveOut.CELL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.99");
        assertThatThrownBy(() -> models.predict(20, 0, LeaveOut.CELL, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 of 20");
    }
}
