package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.Timeline;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.Permutation;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LrmfFitTest {

    private static final LrmfSettings LONG = new LrmfSettings(8, 0.1, 25, 1e-7, 1);

    @ParameterizedTest
    @CsvSource({"1,1,8", "2,3,8", "3,6,8", "4,10,3", "5,2,1"})
    void theObjectiveNeverFalls(long seed, int columns, int maxRank) {
        Problem problem = new SimulatedLineage(seed, 80, columns, 0.7).problem;

        List<Double> trace = LrmfFit.fit(problem, new LrmfSettings(maxRank, 0.1, 25, 0, seed), Progress.NONE)
                .trace();

        assertThat(trace).hasSize(26);
        for (int k = 1; k < trace.size(); k++) {
            assertThat(trace.get(k)).isGreaterThanOrEqualTo(trace.get(k - 1) - 1e-6);
        }
    }

    @Test
    void equalSeedsGiveEqualFits() {
        Problem problem = new SimulatedLineage(7, 60, 3, 0.7).problem;

        byte[] one = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE)
                .shared()
                .toBytes();
        byte[] two = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE)
                .shared()
                .toBytes();

        assertThat(one).isEqualTo(two);
    }

    @Test
    void theOrderOfTheCellsChangesNothing() {
        Problem problem = new SimulatedLineage(8, 60, 3, 0.7).problem;
        Observations cells = problem.observations();
        int[] backwards = java.util.stream.IntStream.range(0, cells.cells())
                .map(c -> cells.cells() - 1 - c)
                .toArray();
        Problem turned = new Problem(
                problem.lineage(),
                problem.traits(),
                new Observations(
                        3,
                        Arrays.stream(backwards).map(c -> cells.model()[c]).toArray(),
                        Arrays.stream(backwards).map(c -> cells.column()[c]).toArray(),
                        Arrays.stream(backwards)
                                .mapToDouble(c -> cells.score()[c])
                                .toArray(),
                        cells.trials()));

        FitResult one = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        FitResult two = LrmfFit.fit(turned, LrmfSettings.DEFAULT, Progress.NONE);

        for (int u = 0; u < 60; u++) {
            assertThat(two.models().predict(u, 1, LeaveOut.NOTHING, 0.9).mean())
                    .isCloseTo(one.models().predict(u, 1, LeaveOut.NOTHING, 0.9).mean(), within(1e-9));
        }
    }

    @Test
    void renamingModelsChangesNothing() {
        Problem problem = new SimulatedLineage(9, 50, 2, 0.8).problem;
        int[] to = new Permutation(3, 50).to();
        Problem renamed = Permutation.of(problem, to);

        FitResult one = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        FitResult two = LrmfFit.fit(renamed, LrmfSettings.DEFAULT, Progress.NONE);

        assertThat(two.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-6));
        for (int u = 0; u < 50; u++) {
            CellPrediction before = one.models().predict(u, 0, LeaveOut.CELL, 0.9);
            CellPrediction after = two.models().predict(to[u], 0, LeaveOut.CELL, 0.9);
            assertThat(after.logitMean()).isCloseTo(before.logitMean(), within(1e-7));
            assertThat(after.logitVariance()).isCloseTo(before.logitVariance(), within(1e-7));
        }
    }

    @Test
    void strengthsStandStillWhereConvergenceIsClaimed() {
        Problem problem = new SimulatedLineage(10, 60, 2, 0.9).problem;

        FitResult result = LrmfFit.fit(problem, new LrmfSettings(8, 0.1, 3000, 1e-9, 1), Progress.NONE);
        FitResult more = LrmfFit.fit(problem, new LrmfSettings(8, 0.1, 3000, 1e-10, 1), Progress.NONE);

        assertThat(result.stopReason()).isEqualTo(StopReason.CONVERGED);
        for (int u = 0; u < 60; u++) {
            assertThat(more.models().predict(u, 0, LeaveOut.NOTHING, 0.9).mean())
                    .isCloseTo(
                            result.models().predict(u, 0, LeaveOut.NOTHING, 0.9).mean(), within(1e-3));
        }
    }

    @Test
    void aFitCanBeCancelledAndItsStateStands() {
        Problem problem = new SimulatedLineage(11, 60, 2, 0.7).problem;

        AtomicLong sweeps = new AtomicLong();
        Progress progress = Progress.of((step, done, total) -> sweeps.set(done), () -> sweeps.get() >= 2);

        FitResult result = LrmfFit.fit(problem, LONG, progress);

        assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(result.trace()).hasSize(3);
        assertThat(result.models().predict(0, 0, LeaveOut.NOTHING, 0.9).mean()).isBetween(0.0, 1.0);
    }

    @Test
    void theListenerHearsEverySweepAndTheTruth() {
        Problem problem = new SimulatedLineage(12, 40, 2, 0.7).problem;
        StringBuilder heard = new StringBuilder();

        Progress progress = Progress.of(
                (step, done, total) -> {
                    if (step.equals(LrmfFit.LEARNING)) {
                        heard.append(done).append('/').append(total).append(' ');
                    }
                },
                () -> false);

        FitResult result = LrmfFit.fit(problem, new LrmfSettings(8, 0.1, 3, 0, 1), progress);

        assertThat(heard).hasToString("0/3 1/3 2/3 3/3 ");
        assertThat(result.stopReason()).isEqualTo(StopReason.SWEEP_LIMIT);
    }

    @Test
    void aFitEndsConvergedUnlessToldOtherwise() {
        Problem problem = new SimulatedLineage(14, 200, 4, 0.7).problem;

        FitResult result = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);

        assertThat(result.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.trace()).hasSizeLessThan(LrmfSettings.DEFAULT.maxSweeps());
        assertThat(result.exactness().isExact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20, 60})
    void aFitCanBeCancelledInTheMiddleOfASweep(int patience) {
        Problem problem = new SimulatedLineage(15, 300, 3, 0.7).problem;
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = Progress.of((step, done, total) -> {}, () -> asked.incrementAndGet() > patience);

        try {
            assertThat(LrmfFit.fit(problem, LONG, impatient).stopReason()).isEqualTo(StopReason.CANCELLED);
        } catch (CancelledException beforeThereWasAState) {
            assertThat(patience).isLessThan(20);
        }
        assertThat(asked.get()).isGreaterThan(patience);
    }

    @Test
    void calibrationTellsHowFarItIsAndCanBeCancelled() {
        Problem problem = new SimulatedLineage(16, 60, 2, 0.7).problem;
        List<Double> heard = new ArrayList<>();
        Progress progress = Progress.of(
                (step, done, total) -> {
                    if (!step.equals(LrmfFit.LEARNING)) {
                        heard.add((double) done / total);
                    }
                },
                () -> heard.contains(0.5));

        FitResult result = LrmfFit.fit(problem, LrmfSettings.DEFAULT, progress);

        assertThat(heard).isSorted().endsWith(0.5);
        assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
        CellPrediction prediction = result.models().predict(0, 0, LeaveOut.MODEL, 0.9);
        assertThat(prediction.mean()).isBetween(prediction.lower(), prediction.upper());
    }

    @Test
    void aLineageBeyondItsBoundIsFittedAllTheSameAndTheFitSaysSo() {
        Problem problem = new SimulatedLineage(17, 300, 3, 0.7).problem;
        FitResult exact = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);

        LineageField field = FieldPlan.whole(
                problem.lineage(), problem.traits(), Timeline.of(problem.traits(), problem.observations()));
        int d = problem.observations().columns();
        long products = FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), d, Bound.NONE)
                .symbolic()
                .products();

        FitResult cut =
                LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE, new Bound(Long.MAX_VALUE, products / 2));

        assertThat(cut.exactness().cut())
                .isPositive()
                .isLessThan(cut.exactness().links());
        assertThat(SharedPart.fromBytes(cut.shared().toBytes()).exactness()).isEqualTo(cut.exactness());
        double sum = 0;
        for (int u = 0; u < 300; u++) {
            double difference = cut.models().predict(u, 0, LeaveOut.MODEL, 0.9).mean()
                    - exact.models().predict(u, 0, LeaveOut.MODEL, 0.9).mean();
            sum += difference * difference / 300;
        }
        assertThat(Math.sqrt(sum)).isLessThan(0.02);
    }

    @Test
    void nothingMeasuredIsRefused() {
        Problem problem = SimulatedLineage.without(new SimulatedLineage(13, 20, 2, 1).problem, allTrue(20));

        assertThatThrownBy(() -> LrmfFit.fit(problem, LONG, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one measured score");
    }

    private static boolean[] allTrue(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void whereNothingIsMeasuredThereIsNothingToLearnFrom(int columns) {
        Problem problem = new SimulatedLineage(9, 20, 3, 0.7).problem;
        Observations nothing = new Observations(columns, new int[0], new int[0], new double[0], new double[0]);

        assertThatThrownBy(() -> LrmfFit.fit(
                        new Problem(problem.lineage(), problem.traits(), nothing), LrmfSettings.DEFAULT, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one measured score");
    }
}
