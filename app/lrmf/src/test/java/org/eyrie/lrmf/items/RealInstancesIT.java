package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real items, one round of five; the whole experiment is {@code eyrie backtest --protocol items}. */
@Tag("thorough")
class RealInstancesIT {

    @Test
    void unseenModelsAreForetoldItemByItemAndIntervalsHoldOnAllThreeBenchmarks() {
        RealInstances real = RealInstances.load();
        ItemSettings settings = new ItemSettings(12, 40, 1e-2, 200, 1);
        ItemBacktest.Outcome outcome =
                new ItemBacktest(real.whole, real.items, LrmfSettings.DEFAULT, settings, 0.9).run(1, RunContext.of(2));
        assertThat(outcome.losses()).hasSize(6).allSatisfy(loss -> {
            assertThat(loss.logLoss()).isLessThan(0.95 * loss.baseline());
            assertThat(loss.gap()).isLessThan(0.05);
        });
        double held = outcome.trials().stream()
                .filter(trial -> !trial.chosen())
                .mapToDouble(ItemTrial::coverage)
                .average()
                .orElseThrow();
        // 80 models held out: by chance alone the mean of so many strays by three points
        assertThat(held).isBetween(0.84, 0.96);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatFiftyItemsSayOfAllIsBetterThanTheirShare(int benchmark) {
        RealInstances real = RealInstances.load();
        int[] columns = real.items.blocks().columnsOf(benchmark);
        List<byte[]> outcomes = outcomes(real.items.outcomes(), columns);
        SplittableRandom random = new SplittableRandom(1);
        double[] raw = new double[2];
        double[] found = new double[2];
        double surprise = 0;
        for (byte[] whole : outcomes) {
            double[] logit = usual(outcomes, whole);
            for (int chosen = 0; chosen < 2; chosen++) {
                double[] rank = new double[whole.length]; // at random, or those that models are most divided on
                for (int i = 0; i < rank.length; i++) {
                    rank[i] = chosen == 0 ? random.nextDouble() : Math.abs(logit[i]) + 1e-9 * i;
                }
                double limit = Arrays.stream(rank).sorted().skip(49).findFirst().orElseThrow();
                byte[] some = whole.clone();
                for (int i = 0; i < some.length; i++) {
                    some[i] = rank[i] <= limit ? whole[i] : -1;
                }
                double truth = share(whole);
                PartialScore score = PartialScore.of(logit, some);
                raw[chosen] += Math.pow(share(some) - truth, 2);
                found[chosen] += Math.pow(score.score() - truth, 2);
                surprise += Math.pow(score.score() - truth, 2) * score.trials() / score.score() / (1 - score.score());
            }
        }
        assertThat(found[0]).as("random items").isLessThan(0.9 * raw[0]);
        assertThat(found[1]).as("items that divide").isLessThan(0.2 * raw[1]);
        assertThat(surprise / 2 / outcomes.size())
                .as("errors in units of what they are said to be")
                .isBetween(0.3, 1.3);
    }

    private static List<byte[]> outcomes(OutcomeTable table, int[] columns) {
        List<byte[]> result = new ArrayList<>();
        for (int u = 0; u < table.rows(); u++) {
            byte[] outcome = new byte[columns.length];
            int seen = 0;
            for (int k = 0; k < table.cells(u); k++) {
                int item = table.column(u, k) - columns[0];
                if (item >= 0 && item < columns.length) {
                    outcome[item] = (byte) (table.success(u, k) ? 1 : 0);
                    seen++;
                }
            }
            if (seen == columns.length) {
                result.add(outcome);
            }
        }
        return result;
    }

    /** Log-odds of every item among all models but one. */
    private static double[] usual(List<byte[]> outcomes, byte[] without) {
        double[] logit = new double[without.length];
        for (int i = 0; i < logit.length; i++) {
            double right = -without[i];
            for (byte[] outcome : outcomes) {
                right += outcome[i];
            }
            logit[i] = Math.log((right + 0.5) / (outcomes.size() - 1 - right + 0.5));
        }
        return logit;
    }

    private static double share(byte[] outcome) {
        int right = 0;
        int seen = 0;
        for (byte each : outcome) {
            right += each == 1 ? 1 : 0;
            seen += each >= 0 ? 1 : 0;
        }
        return (double) right / seen;
    }
}
