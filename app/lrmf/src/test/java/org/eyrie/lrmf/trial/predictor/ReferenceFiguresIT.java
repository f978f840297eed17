package org.eyrie.lrmf.trial.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.eyrie.lrmf.learning.RealLeaderboard;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Answerable;
import org.eyrie.lrmf.trial.protocol.Backtest;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.ColdStartProtocol;
import org.eyrie.lrmf.trial.protocol.FewShotProtocol;
import org.eyrie.lrmf.trial.protocol.Figures;
import org.eyrie.lrmf.trial.protocol.Holdout;
import org.eyrie.lrmf.trial.protocol.LateProtocol;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Protocol;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The baselines reach, on the real leaderboard, what independent prototypes of them reached. */
@Tag("thorough")
class ReferenceFiguresIT {

    @Test
    void coldStart() {
        List<BacktestResult> results = run(
                new ColdStartProtocol(Holdout.FIVE_FOLD),
                List.of(new ArchitectureSizeMean(Scale.LOGIT), new ParentMean(Scale.LOGIT)));
        // Which models share a fold is random: figures of prototypes with other folds differ in the third decimal.
        agrees(results.get(0), .746, .0763, .008, .001);
        agrees(results.get(1), .749, .0782, .008, .0015);
    }

    @Test
    void late() {
        List<BacktestResult> results = run(
                new LateProtocol(LocalDate.of(2024, 12, 1)),
                List.of(new ArchitectureSizeMean(Scale.LOGIT), new ParentMean(Scale.LOGIT)));
        assertThat(results.get(0).models()).isEqualTo(998);
        agrees(results.get(0), .665, .0937, .001, .0003);
        agrees(results.get(1), .681, .0923, .001, .0003);
    }

    @Test
    void fewShot() {
        Predictor plain = new PlainFactorisation(3, 200, 1, Scale.LOGIT);
        agrees(run(new FewShotProtocol(1, Holdout.FIVE_FOLD), List.of(plain)).get(0), .707, .0814, .015, .002);
        agrees(run(new FewShotProtocol(2, Holdout.FIVE_FOLD), List.of(plain)).get(0), .799, .0681, .015, .002);
        agrees(run(new FewShotProtocol(3, Holdout.FIVE_FOLD), List.of(plain)).get(0), .825, .0612, .015, .002);
    }

    private static List<BacktestResult> run(Protocol protocol, List<Predictor> predictors) {
        Problem leaderboard = RealLeaderboard.withArchitecturesAsPublished();
        return new Backtest(leaderboard, Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                .run(protocol, predictors, Progress.NONE)
                .results();
    }

    private static void agrees(
            BacktestResult result, double pearson, double rmse, double pearsonWithin, double rmseWithin) {
        Figures mean = result.mean();
        assertThat(mean.pearson()).isCloseTo(pearson, within(pearsonWithin));
        assertThat(mean.rmse()).isCloseTo(rmse, within(rmseWithin));
    }
}
