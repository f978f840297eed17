package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodShiftTest {

    private static List<double[][]> periods(Random random, int count, double shift) {
        List<double[][]> periods = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double step = shift * random.nextGaussian();
            periods.add(new double[][] {
                random.doubles(400).map(ignored -> step + random.nextGaussian()).toArray()
            });
        }
        return periods;
    }

    private static double widened(PeriodShift shift, double quantile) {
        return shift.widened(0, quantile, shift.unit(0.95));
    }

    @Test
    void withoutAPastNothingIsAdded() {
        assertThat(widened(PeriodShift.of(1, List.of()), 1.6)).isEqualTo(1.6);
    }

    @Test
    void residualsOfAllPeriodsAreKept() {
        List<double[][]> periods = periods(new Random(1), 4, 2);

        PeriodShift shift = PeriodShift.of(1, periods);

        double[] all = periods.stream()
                .flatMapToDouble(period -> Arrays.stream(period[0]))
                .toArray();
        assertThat(all).hasSize(1600);
        assertThat(shift.residuals()[0]).containsExactly(all);
    }

    /** A period to come is held as often as promised, over many histories. */
    @Test
    void theNextPeriodIsHeld() {
        Random random = new Random(7);
        int held = 0;
        int asked = 0;
        for (int history = 0; history < 400; history++) {
            double[][] next = periods(random, 1, 0.6).get(0);
            double upper = widened(PeriodShift.of(1, periods(random, 4, 0.6)), 1.645);
            for (double residual : next[0]) {
                held += Math.abs(residual) <= upper ? 1 : 0;
                asked++;
            }
        }
        assertThat(held / (double) asked).isBetween(0.88, 0.94);
    }

    @Test
    void wherePeriodsDoNotDifferIntervalsHardlyWiden() {
        PeriodShift shift = PeriodShift.of(1, periods(new Random(3), 4, 0));

        assertThat(widened(shift, 1.645)).isBetween(1.645, 1.69);
    }
}
