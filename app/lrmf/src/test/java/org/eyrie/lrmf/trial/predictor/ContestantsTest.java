package org.eyrie.lrmf.trial.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Answerable;
import org.eyrie.lrmf.trial.protocol.Backtest;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.ColdStartProtocol;
import org.eyrie.lrmf.trial.protocol.FewShotProtocol;
import org.eyrie.lrmf.trial.protocol.Holdout;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Protocol;
import org.eyrie.lrmf.trial.protocol.Worlds;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class ContestantsTest {

    private final Problem problem = Worlds.benchmarks(400, 1);

    static List<Predictor> contestants() {
        return Contestants.ofBenchmarks(LrmfSettings.DEFAULT);
    }

    @Test
    void allBaselinesTakePartAndOursIsLast() {
        assertThat(contestants())
                .extracting(Predictor::name)
                .containsExactly(
                        "global mean",
                        "architecture+size mean",
                        "parent mean",
                        "plain factorisation",
                        "biased factorisation",
                        "paper",
                        "LRMF");
    }

    @Test
    void whereSkillsAreInheritedOursIsBestAndCovers() {
        for (Protocol protocol :
                List.of(new ColdStartProtocol(Holdout.FIVE_FOLD), new FewShotProtocol(2, Holdout.FIVE_FOLD))) {
            List<BacktestResult> results = new Backtest(problem, Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                    .run(protocol, contestants(), Progress.NONE)
                    .results();
            BacktestResult ours = results.get(6);
            for (BacktestResult other : results.subList(0, 6)) {
                assertThat(ours.mean().rmse())
                        .as("%s, %s", protocol.name(), other.predictor())
                        .isLessThan(other.mean().rmse());
            }
            assertThat(ours.mean().coverage()).as(protocol.name()).isBetween(.86, .94);
        }
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void equalSeedsGiveEqualPredictions(Predictor contestant) {
        int[] model = {0, 1, 399};
        int[] column = {0, 5, 2};
        assertThat(contestant.fit(problem, Progress.NONE).predict(model, column, 0.9))
                .usingRecursiveComparison()
                .isEqualTo(contestant.fit(problem, Progress.NONE).predict(model, column, 0.9));
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void aCancelledFitEndsAndProgressStaysWithinBounds(Predictor contestant) {
        List<Double> shares = new ArrayList<>();
        Progress impatient = Progress.of((step, done, total) -> shares.add((double) done / total), () -> true);
        assertThatThrownBy(() -> contestant.fit(problem, impatient)).isInstanceOf(CancelledException.class);
        assertThat(shares).allMatch(share -> share >= 0 && share <= 1);
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void widerLevelsGiveWiderIntervals(Predictor contestant) {
        int[] model = {7, 8, 9};
        int[] column = {0, 3, 4};
        var fitted = contestant.fit(problem, Progress.NONE);
        var half = fitted.predict(model, column, 0.5);
        var most = fitted.predict(model, column, 0.9);
        for (int c = 0; c < model.length; c++) {
            // An end that has reached 0 or 1 can go no further.
            assertThat(most.lower()[c]).isLessThanOrEqualTo(half.lower()[c]);
            assertThat(most.upper()[c]).isGreaterThanOrEqualTo(half.upper()[c]);
            assertThat(most.upper()[c] - most.lower()[c]).isGreaterThan(half.upper()[c] - half.lower()[c]);
            assertThat(most.mean()[c]).isEqualTo(half.mean()[c]);
        }
    }
}
