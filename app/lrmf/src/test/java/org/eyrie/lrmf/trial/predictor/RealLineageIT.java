package org.eyrie.lrmf.trial.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.eyrie.lrmf.learning.RealLeaderboard;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.trial.protocol.Answerable;
import org.eyrie.lrmf.trial.protocol.Backtest;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Figures;
import org.eyrie.lrmf.trial.protocol.LateProtocol;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On the real leaderboard, on the split where naive means beat the published form. */
@Tag("thorough")
class RealLineageIT {

    @Test
    void theFutureIsPredictedBetterThanByAnyBaseline() {
        List<BacktestResult> results = new Backtest(
                        RealLeaderboard.load(), Answerable.EVERYTHING, 1, 0.9, System::nanoTime)
                .run(
                        new LateProtocol(LocalDate.of(2024, 12, 1)),
                        Contestants.ofBenchmarks(LrmfSettings.DEFAULT),
                        Progress.NONE)
                .results();
        Figures ours = results.get(results.size() - 1).mean();
        assertThat(ours.pearson()).isGreaterThan(.78);
        assertThat(ours.rmse()).isLessThan(.078);
        assertThat(ours.coverage()).isBetween(.86, .92);
        for (BacktestResult other : results.subList(0, results.size() - 1)) {
            assertThat(ours.pearson())
                    .as(other.predictor())
                    .isGreaterThan(other.mean().pearson() + .05);
            assertThat(ours.rmse())
                    .as(other.predictor())
                    .isLessThan(other.mean().rmse() - .01);
        }
    }
}
