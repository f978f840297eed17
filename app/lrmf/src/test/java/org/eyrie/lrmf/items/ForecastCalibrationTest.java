package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals reach as far as errors did where as much was open. */
class ForecastCalibrationTest {

    /** Errors whose spread is {@code 1 / open}: the less is open, the more a deviation is too small. */
    private static List<ForecastCalibration.Miss> errors(int benchmark, int count, double scale) {
        SplittableRandom random = new SplittableRandom(benchmark);
        List<ForecastCalibration.Miss> errors = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double open = Math.exp(random.nextDouble() * Math.log(0.2));
            double size = Math.abs(random.nextGaussian()) * scale / open;
            errors.add(new ForecastCalibration.Miss(benchmark, ColdOrInformed.COLD, open, size));
        }
        return errors;
    }

    @Test
    void withoutErrorsToGoByTheyAreNormal() {
        ForecastCalibration none = ForecastCalibration.none(1);
        assertThat(none.reach(0, ColdOrInformed.COLD, 0.4, 0.9)).isCloseTo(1.645, within(1e-3));
        assertThat(none.reach(0, ColdOrInformed.INFORMED, 1, 0.5)).isCloseTo(0.674, within(1e-3));
    }

    @Test
    void reachFollowsHowMuchIsOpen() {
        ForecastCalibration found = ForecastCalibration.of(1, errors(0, 20_000, 1));
        for (double open : new double[] {0.9, 0.6, 0.42, 0.3}) {
            assertThat(found.reach(0, ColdOrInformed.COLD, open, 0.9) * open)
                    .as("at %s", open)
                    .isBetween(1.5, 1.85);
        }
        assertThat(found.reach(0, ColdOrInformed.COLD, 3, 0.9)).isEqualTo(found.reach(0, ColdOrInformed.COLD, 1, 0.9));
        assertThat(found.reach(0, ColdOrInformed.COLD, 0.01, 0.9))
                .as("where nobody got, the last share stands")
                .isEqualTo(found.reach(0, ColdOrInformed.COLD, 0.11, 0.9));
        assertThat(found.reach(0, ColdOrInformed.COLD, 0.5, 0.95))
                .isGreaterThan(found.reach(0, ColdOrInformed.COLD, 0.5, 0.9));
    }

    /** Errors are as they come: few, and larger than the deviation the less is open, faster than it falls. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50, 120, 1_000})
    void lessOpenNeverMeansAWiderInterval(int count) {
        List<ForecastCalibration.Miss> errors = new ArrayList<>();
        for (ForecastCalibration.Miss miss : errors(0, count, 1)) {
            errors.add(new ForecastCalibration.Miss(
                    0, ColdOrInformed.COLD, miss.open(), miss.size() / miss.open() / miss.open()));
        }
        errors.addAll(errors(1, 300, 1));
        ForecastCalibration found = ForecastCalibration.of(2, errors);
        for (int benchmark = 0; benchmark < 2; benchmark++) {
            for (double level : new double[] {0.5, 0.8, 0.9, 0.955}) {
                double wider = Double.POSITIVE_INFINITY;
                for (double open = 1.2; open > 0.02; open *= 0.97) {
                    double width = open * found.reach(benchmark, ColdOrInformed.COLD, open, level);
                    assertThat(width)
                            .as("%s of %s at %s", level, benchmark, open)
                            .isLessThan(wider * (1 + 1e-12));
                    wider = width;
                }
            }
        }
    }

    @Test
    void aBenchmarkOfFewErrorsFollowsTheOthers() {
        List<ForecastCalibration.Miss> errors = new ArrayList<>(errors(0, 4_000, 2));
        errors.addAll(errors(1, 10, 50));
        ForecastCalibration found = ForecastCalibration.of(2, errors);
        assertThat(found.reach(1, ColdOrInformed.COLD, 0.5, 0.8))
                .isCloseTo(found.reach(0, ColdOrInformed.COLD, 0.5, 0.8), within(0.2));
    }

    @Test
    void fewErrorsReachFurtherThanMany() {
        // one further error lies beyond the largest of 40 with a chance of 1 in 41
        List<ForecastCalibration.Miss> errors = new ArrayList<>();
        for (int k = 1; k <= 40; k++) {
            errors.add(new ForecastCalibration.Miss(0, ColdOrInformed.COLD, 1, k));
        }
        ForecastCalibration found = ForecastCalibration.of(1, errors);
        assertThat(found.reach(0, ColdOrInformed.COLD, 1, 0.9)).isEqualTo(37);
        assertThat(found.reach(0, ColdOrInformed.COLD, 1, 0.99)).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.3, 0.499, 0.991, 1, Double.NaN})
    void aLevelThatNoQuantileIsKeptOfIsRefused(double level) {
        List<ForecastCalibration.Miss> errors = new ArrayList<>(errors(0, 400, 2));
        errors.addAll(errors(1, 400, 50));
        ForecastCalibration found = ForecastCalibration.of(2, errors);
        for (int benchmark = 0; benchmark < 2; benchmark++) {
            int each = benchmark;
            assertThatThrownBy(() -> found.reach(each, ColdOrInformed.COLD, 0.5, level))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(level));
        }
    }

    @Test
    void theOuterLevelsAreServed() {
        ForecastCalibration none = ForecastCalibration.none(1);
        assertThat(none.reach(0, ColdOrInformed.COLD, 1, 0.5)).isCloseTo(0.674, within(1e-3));
        assertThat(none.reach(0, ColdOrInformed.COLD, 1, 0.99)).isCloseTo(2.576, within(1e-3));
    }
}
