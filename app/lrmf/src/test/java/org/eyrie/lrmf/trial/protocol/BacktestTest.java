package org.eyrie.lrmf.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final Protocol COLD_START = new ColdStartProtocol(Holdout.FIVE_FOLD);
    private final Problem problem = Worlds.benchmarks(300, 1);
    private final AtomicLong clock = new AtomicLong();
    private final Backtest backtest =
            new Backtest(problem, Answerable.EVERYTHING, 1, 0.9, () -> clock.getAndAdd(500_000_000));

    /** Knows what it finds in a problem, and answers anything else with one half. */
    private record Looker(@Nullable Problem known) implements Predictor {

        @Override
        public String name() {
            return "looker";
        }

        @Override
        public Fitted fit(Problem training, Progress progress) {
            Map<Long, Double> seen = new HashMap<>();
            Observations cells = known == null ? training.observations() : known.observations();
            for (int c = 0; c < cells.cells(); c++) {
                seen.put(key(cells.model()[c], cells.column()[c]), cells.score()[c]);
            }
            return (model, column, level) -> {
                double[] found = new double[model.length];
                Arrays.setAll(found, c -> seen.getOrDefault(key(model[c], column[c]), 0.5));
                return new Estimates(found, found, found);
            };
        }

        private static long key(int model, int column) {
            return 1000L * model + column;
        }
    }

    @Test
    void aPredictorThatLooksFindsNothing() {
        for (Protocol protocol : ProtocolTest.protocols().toList()) {
            BacktestResult result = run(protocol, new Looker(null));
            assertThat(result.mean().coverage()).as(protocol.name()).isLessThan(0.01);
            assertThat(result.mean().pearson()).as(protocol.name()).isZero();
        }
    }

    @Test
    void aPredictorThatKnowsTheTruthIsPerfect() {
        BacktestResult result = run(COLD_START, new Looker(problem));
        assertThat(result.mean().pearson()).isCloseTo(1, within(1e-12));
        assertThat(result.mean().spearman()).isCloseTo(1, within(1e-12));
        assertThat(result.mean().rmse()).isZero();
        assertThat(result.mean().coverage()).isEqualTo(1);
        assertThat(result.mean().width()).isZero();
    }

    @Test
    void theMeanIsThatOfTheColumnsAndTheCellsAddUp() {
        BacktestResult result = run(COLD_START, noisy());
        assertThat(result.columns()).extracting(ColumnFigures::column).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(result.mean().n())
                .isEqualTo(result.columns().stream()
                        .mapToInt(column -> column.figures().n())
                        .sum())
                .isEqualTo(result.models() * Worlds.COLUMNS);
        assertThat(result.mean().rmse())
                .isCloseTo(
                        result.columns().stream()
                                .mapToDouble(column -> column.figures().rmse())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void aResultSaysHowItCameAbout() {
        BacktestResult result = run(COLD_START, noisy());
        assertThat(result.protocol()).isEqualTo("cold-start");
        assertThat(result.predictor()).isEqualTo("noisy");
        assertThat(result.rounds()).isEqualTo(5);
        assertThat(result.seconds()).isCloseTo(5 * 0.5, within(1e-9));
    }

    @Test
    void equalSeedsGiveEqualResults() {
        clock.set(0);
        BacktestResult first = run(COLD_START, noisy());
        clock.set(0);
        assertThat(run(COLD_START, noisy())).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void intervalsAreCheckedAtSeveralLevels() {
        Predictor level = predictor("level", (model, column, wanted) -> {
            double[] mean = new double[model.length];
            double[] upper = new double[model.length];
            Arrays.fill(upper, wanted);
            return new Estimates(mean, mean, upper);
        });
        BacktestResult result = run(COLD_START, level);
        double[] scores = problem.observations().score();
        assertThat(result.calibration()).hasSizeGreaterThan(8).allSatisfy(point -> assertThat(point.held())
                .isCloseTo(
                        Arrays.stream(scores)
                                        .filter(score -> score <= point.level())
                                        .count()
                                / (double) scores.length,
                        within(0.1)));
        assertThat(result.calibration()).extracting(LevelCoverage::level).isSorted();
    }

    @Test
    void columnsWithoutHeldOutCellsAreLeftOut() {
        Observations all = problem.observations();
        Observations wider = new Observations(9, all.model(), all.column(), all.score(), all.trials());
        Problem withEmpty = new Problem(problem.lineage(), problem.traits(), wider);
        List<BacktestResult> results = new Backtest(withEmpty, Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                .run(COLD_START, List.of(noisy()), Progress.NONE)
                .results();
        assertThat(results.get(0).columns()).hasSize(6);
    }

    @Test
    void progressGrowsFromNothingToAllAndNamesItsStep() {
        List<Double> shares = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        Progress progress = Progress.of(
                (step, done, total) -> {
                    steps.add(step);
                    shares.add((double) done / total);
                },
                () -> false);
        backtest.run(COLD_START, List.of(noisy(), noisy()), progress);
        assertThat(shares).isSorted().first().isEqualTo(0.0);
        assertThat(shares).last().isEqualTo(1.0);
        assertThat(steps).contains("cold-start: noisy, round 3 of 5, thinking");
    }

    @Test
    void aCancelledExperimentEnds() {
        Progress cancelled = Progress.of((step, done, total) -> {}, () -> true);
        assertThatThrownBy(() -> backtest.run(COLD_START, List.of(noisy()), cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void whatIsNotAnEstimateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimates(new double[] {Double.NaN}, new double[1], new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimates(new double[1], new double[] {1}, new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimates(new double[2], new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backtest(problem, Answerable.EVERYTHING, 1, 1, System::nanoTime));
    }

    @Test
    void aPredictorMustAnswerEveryCell() {
        Predictor lazy =
                predictor("lazy", (model, column, level) -> new Estimates(new double[1], new double[1], new double[1]));
        assertThatThrownBy(() -> run(COLD_START, lazy))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lazy predicted 1 cells");
    }

    private BacktestResult run(Protocol protocol, Predictor predictor) {
        return backtest.run(protocol, List.of(predictor), Progress.NONE)
                .results()
                .get(0);
    }

    private static Predictor noisy() {
        return predictor("noisy", (model, column, level) -> {
            double[] mean = new double[model.length];
            Arrays.setAll(mean, c -> (model[c] * 37 + column[c] * 11) % 100 / 100.0);
            return new Estimates(mean, mean, mean);
        });
    }

    private static Predictor predictor(String name, Fitted fitted) {
        return new Predictor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Fitted fit(Problem training, Progress progress) {
                progress.at("thinking", 0, 1);
                progress.at("thinking", 1, 1);
                return fitted;
            }
        };
    }
}
