package org.eyrie.lrmf.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KnowledgeGradientTest {

    /** By the trapezoid rule over twelve standard deviations on either side. */
    private static double integrated(double[] mean, double[] step) {
        double sum = 0;
        double width = 1e-4;
        double highest = Double.NEGATIVE_INFINITY;
        for (double each : mean) {
            highest = Math.max(highest, each);
        }
        for (double z = -12; z <= 12; z += width) {
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < mean.length; k++) {
                best = Math.max(best, mean[k] + step[k] * z);
            }
            sum += (best - highest) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * width;
        }
        return sum;
    }

    @Test
    void itIsTheIntegral() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n : new int[] {2, 3, 8, 40}) {
            double[] mean = random.doubles(n, 0, 1).toArray();
            double[] step = random.doubles(n, -0.5, 0.5).toArray();
            step[1] = step[0]; // parallel lines

            assertThat(KnowledgeGradient.of(mean, step)).isCloseTo(integrated(mean, step), within(1e-7));
        }
    }

    @Test
    void ofTwoItIsTheClosedForm() {
        double densityAtOne = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        double beyondOne = 0.15865525393145707;

        assertThat(KnowledgeGradient.of(new double[] {0.6, 0.5}, new double[] {0, 0.1}))
                .isCloseTo(0.1 * (densityAtOne - beyondOne), within(1e-12));
        assertThat(KnowledgeGradient.of(new double[] {0.5, 0.5}, new double[] {0.1, -0.1}))
                .isCloseTo(0.2 / Math.sqrt(2 * Math.PI), within(1e-12));
    }

    @Test
    void whatCannotChangeTheChoiceIsWorthNothing() {
        assertThat(KnowledgeGradient.of(new double[] {0.3}, new double[] {4})).isZero();
        assertThat(KnowledgeGradient.of(new double[] {0.3, 0.9}, new double[] {0.2, 0.2}))
                .isZero();
        assertThat(KnowledgeGradient.of(new double[] {0.3, 0.9}, new double[] {1e-3, 0}))
                .isZero();
        assertThatThrownBy(() -> KnowledgeGradient.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
