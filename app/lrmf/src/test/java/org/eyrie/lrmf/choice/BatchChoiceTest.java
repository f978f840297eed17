package org.eyrie.lrmf.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.ScoreDraws;
import org.junit.jupiter.api.Test;

class BatchChoiceTest {

    private static final int DRAWS = 4000;

    /** Twins of .60 that are right or wrong together, and one of .58 that goes its own way. */
    private static final double[] MEAN = {0.601, 0.600, 0.58};

    private static ScoreDraws twinsAndALoner(double noise) {
        Random random = new Random(4);
        float[][] truth = new float[3][DRAWS];
        float[][] measured = new float[3][DRAWS];
        for (int s = 0; s < DRAWS; s++) {
            double common = 0.05 * random.nextGaussian();
            double own = 0.05 * random.nextGaussian();
            for (int k = 0; k < 3; k++) {
                truth[k][s] = (float) (MEAN[k] + (k < 2 ? common + 0.001 * random.nextGaussian() : own));
                measured[k][s] = (float) (truth[k][s] + noise * random.nextGaussian());
            }
        }
        return new ScoreDraws(truth, measured);
    }

    @Test
    void oneOfTwinsIsEnough() {
        BatchChoice batch = BatchChoice.of(twinsAndALoner(0.01), MEAN, 2);

        assertThat(batch.chosen()).containsExactlyInAnyOrder(0, 2);
        assertThat(batch.expectedBest()).isGreaterThan(batch.ofBestMeans() + 0.01);
        assertThat(batch.expectedBest()).isGreaterThan(batch.ofRandom());
    }

    /** E max of two independent normals: μ₁ Φ(δ/θ) + μ₂ Φ(−δ/θ) + θ φ(δ/θ) (Clark 1961), θ² the sum of the variances. */
    @Test
    void itsWorthIsTheExpectedMaximum() {
        BatchChoice batch = BatchChoice.of(twinsAndALoner(0), MEAN, 2);

        assertThat(batch.expectedBest()).isCloseTo(0.6198, within(0.004));
    }

    @Test
    void noiseCostsWhatTheChoiceIsWorth() {
        double clear = BatchChoice.of(twinsAndALoner(0), MEAN, 3).expectedBest();
        double noisy = BatchChoice.of(twinsAndALoner(0.1), MEAN, 3).expectedBest();

        assertThat(noisy).isLessThan(clear - 0.003);
    }

    @Test
    void aBudgetForAllIsWorthWhatAllAre() {
        ScoreDraws draws = twinsAndALoner(0.02);
        for (int budget : new int[] {3, 4, 1000}) {
            BatchChoice batch = BatchChoice.of(draws, MEAN, budget);
            assertThat(batch.chosen()).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(batch.expectedBest()).isEqualTo(batch.ofAll());
            assertThat(batch.ofRandom()).isCloseTo(batch.ofAll(), within(1e-12));
        }
    }

    @Test
    void withoutDoubtTheBestMeansAreTheBatchAndMoreBudgetIsNeverWorse() {
        Random random = new Random(9);
        double[] mean = random.doubles(40, 0.2, 0.8).toArray();
        float[][] truth = new float[40][DRAWS];
        for (int k = 0; k < 40; k++) {
            for (int s = 0; s < DRAWS; s++) {
                truth[k][s] = (float) (mean[k] + 0.1 * random.nextGaussian());
            }
        }
        ScoreDraws draws = new ScoreDraws(truth, truth);
        double before = 0;
        for (int budget = 1; budget <= 40; budget++) {
            BatchChoice batch = BatchChoice.of(draws, mean, budget);
            assertThat(batch.chosen()).hasSize(budget).doesNotHaveDuplicates();
            assertThat(batch.expectedBest()).isGreaterThanOrEqualTo(before - 0.002);
            before = batch.expectedBest();
        }
        int highest = IntStream.range(0, 40).reduce(0, (a, b) -> mean[b] > mean[a] ? b : a);
        assertThat(BatchChoice.of(draws, mean, 1).chosen()).containsExactly(highest);
    }

    @Test
    void chancesToBeBestAddUpToOne() {
        ScoreDraws draws = twinsAndALoner(0.02);
        double[] chances = Standing.chancesToBeBest(draws, new int[] {0, 1, 2});

        assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-12));
        assertThat(chances[0]).isGreaterThan(chances[1]);
        assertThat(Standing.chanceToBeat(draws, 2, new int[] {0, 1})).isEqualTo(chances[2]);
        assertThat(Standing.chanceToBeat(draws, 2, new int[0])).isEqualTo(1);
    }

    @Test
    void choicesWithoutSenseAreRefused() {
        ScoreDraws draws = twinsAndALoner(0);
        assertThatThrownBy(() -> BatchChoice.of(draws, MEAN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BatchChoice.of(draws, new double[2], 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BatchChoice.of(new ScoreDraws(new float[0][], new float[0][]), new double[0], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
