package org.eyrie.lrmf.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.ScoreDraws;
import org.eyrie.lrmf.posterior.WantedColumns;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PickWorthTest {

    private static final WantedColumns ONE = WantedColumns.only(0);

    private static FamilyPosterior family;

    @BeforeAll
    static void fitOnce() {
        family = LrmfFit.fit(
                        new SimulatedLineage(61, 60, 2, 0.4).problem, new LrmfSettings(4, 0.1, 6, 0, 1), Progress.NONE)
                .models();
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(s -> values[s])
                .average()
                .orElseThrow();
    }

    /** The same from draws: every truth's regression on the measurement of one, and the mean of the highest of them. */
    private static double drawn(ScoreDraws draws, double[] exact, int measured) {
        float[] seen = draws.measured()[measured];
        double meanSeen = mean(seen);
        double alone = 0;
        double[] both = new double[draws.models()];
        for (int s = 0; s < draws.draws(); s++) {
            double step = seen[s] - meanSeen;
            alone += step * step;
            for (int k = 0; k < both.length; k++) {
                both[k] += step * draws.truth()[k][s];
            }
        }
        double sum = 0;
        for (int s = 0; s < draws.draws(); s++) {
            double best = 0;
            for (int k = 0; k < both.length; k++) {
                best = Math.max(best, exact[k] + both[k] / alone * (seen[s] - meanSeen));
            }
            sum += best;
        }
        return sum / draws.draws() - Arrays.stream(exact).max().orElseThrow();
    }

    @Test
    void theGainIsThatOfJointDraws() {
        int[] models = IntStream.range(0, 60)
                .filter(model -> family.ownScores(model) == 0)
                .limit(20)
                .toArray();
        PickWorth worth = new PickWorth(family, models, ONE);
        ScoreDraws draws = family.draws(models, ONE, Progress.NONE);
        int large = 0;
        for (int k = 0; k < models.length; k++) {
            double gain = worth.gain(models[k], 0);
            assertThat(mean(draws.truth()[k])).isCloseTo(worth.mean()[k], within(0.005));
            assertThat(gain).isNotNegative().isCloseTo(drawn(draws, worth.mean(), k), within(0.004));
            large += gain > 0.012 ? 1 : 0;
        }
        assertThat(large).isGreaterThan(2);
    }

    @Test
    void amongOneThereIsNothingToGainAndTheBestHasTheHighestMean() {
        assertThat(new PickWorth(family, new int[] {7}, ONE).gain(7, 0)).isZero();
        PickWorth worth =
                new PickWorth(family, new int[] {3, 7, 9}, new WantedColumns(new int[] {1, 0}, new double[] {3, 1}));
        assertThat(worth.mean()[worth.best()])
                .isEqualTo(Arrays.stream(worth.mean()).max().orElseThrow());
    }
}
