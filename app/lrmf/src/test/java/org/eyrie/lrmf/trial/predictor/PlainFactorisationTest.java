package org.eyrie.lrmf.trial.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.lrmf.trial.metric.PredictionError;
import org.eyrie.lrmf.trial.protocol.Answerable;
import org.eyrie.lrmf.trial.protocol.Backtest;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.CellsProtocol;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Worlds;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class PlainFactorisationTest {

    private static final Predictor PLAIN = new PlainFactorisation(3, 200, 1, Scale.LOGIT);
    private final Problem problem = Worlds.benchmarks(400, 2);

    @Test
    void otherColumnsOfAModelTellMoreThanTheColumnsMean() {
        List<BacktestResult> results = new Backtest(problem, Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                .run(new CellsProtocol(0.2), List.of(new GlobalMean(Scale.LOGIT), PLAIN), Progress.NONE)
                .results();
        assertThat(results.get(1).mean().rmse())
                .isLessThan(0.6 * results.get(0).mean().rmse());
        assertThat(results.get(1).mean().pearson()).isGreaterThan(0.8);
    }

    @Test
    void equalSeedsGiveEqualFits() {
        assertThat(predict(PLAIN, problem).mean())
                .isEqualTo(predict(PLAIN, problem).mean());
        assertThat(predict(PLAIN, problem).upper())
                .isEqualTo(predict(PLAIN, problem).upper());
    }

    @Test
    void theStartHardlyMatters() {
        double[] one = predict(PLAIN, problem).mean();
        double[] other =
                predict(new PlainFactorisation(3, 200, 2, Scale.LOGIT), problem).mean();
        assertThat(PredictionError.rmse(one, other)).isLessThan(0.01);
    }

    @Test
    void columnsThatNeverVaryAndOnesWithoutCellsAreBorne() {
        Observations all = problem.observations();
        double[] score = all.score().clone();
        for (int c = 0; c < score.length; c++) {
            score[c] = all.column()[c] == 0 ? 1 : all.column()[c] == 1 ? 0 : score[c];
        }
        Problem odd = new Problem(
                problem.lineage(),
                problem.traits(),
                new Observations(7, all.model(), all.column(), score, all.trials()));
        Estimates estimates = PLAIN.fit(odd, Progress.NONE).predict(new int[] {0, 0, 0}, new int[] {0, 1, 6}, 0.9);
        assertThat(estimates.mean()[0]).isGreaterThan(0.99);
        assertThat(estimates.mean()[1]).isLessThan(0.01);
        assertThat(estimates.mean()[2]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void moreFactorsThanColumnsAreBorne() {
        double[] mean =
                predict(new PlainFactorisation(20, 20, 1, Scale.LOGIT), problem).mean();
        assertThat(Arrays.stream(mean)).allMatch(Double::isFinite);
    }

    @Test
    void onItemsItBeatsTheItemsMeans() {
        RandomFamilies families = RandomFamilies.draw(300, 0.2, 0.3, 1);
        Simulation simulation =
                new Simulation(families.lineage(), new SimulationSettings(2, 300, 1, 0.35, 0, 0.3, 0.1, 0, 1));
        Problem items = new Problem(families.lineage(), families.traits(), simulation.seen());
        Observations heldOut = simulation.heldOut();
        double plain = brier(new PlainFactorisation(2, 50, 1, Scale.SCORE), items, heldOut);
        double means = brier(new GlobalMean(Scale.SCORE), items, heldOut);
        assertThat(plain).isLessThan(0.9 * means);
    }

    @Test
    void aCancelledFitEnds() {
        Progress cancelled = Progress.of((step, done, total) -> {}, () -> true);
        assertThatThrownBy(() -> PLAIN.fit(problem, cancelled)).isInstanceOf(CancelledException.class);
    }

    @Test
    void aRankOfZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlainFactorisation(0, 10, 1, Scale.LOGIT));
    }

    private static Estimates predict(Predictor predictor, Problem problem) {
        Observations cells = problem.observations();
        return predictor.fit(problem, Progress.NONE).predict(cells.model(), cells.column(), 0.9);
    }

    private static double brier(Predictor predictor, Problem problem, Observations heldOut) {
        Estimates estimates = predictor.fit(problem, Progress.NONE).predict(heldOut.model(), heldOut.column(), 0.9);
        return PredictionError.brier(estimates.mean(), heldOut.score());
    }
}
