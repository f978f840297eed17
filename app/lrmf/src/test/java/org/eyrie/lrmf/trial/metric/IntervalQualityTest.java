package org.eyrie.lrmf.trial.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class IntervalQualityTest {

    @Example
    void endsBelongToAnInterval() {
        double[] truth = {0.2, 0.4, 0.6, 0.8};
        double[] lower = {0.2, 0.1, 0.7, 0.0};
        double[] upper = {0.3, 0.4, 0.9, 0.79};
        assertThat(IntervalQuality.coverage(lower, upper, truth)).isEqualTo(0.5);
    }

    @Property
    void widerIntervalsCoverNoLess(
            @ForAll @Size(min = 1, max = 30) double @DoubleRange(min = 0, max = 1) [] truth,
            @ForAll @DoubleRange(min = 0, max = 0.5) double narrow,
            @ForAll @DoubleRange(min = 0, max = 0.5) double more) {
        double[] centre = new double[truth.length];
        Arrays.fill(centre, 0.5);
        assertThat(coverage(centre, narrow + more, truth)).isGreaterThanOrEqualTo(coverage(centre, narrow, truth));
        assertThat(IntervalQuality.width(plus(centre, -narrow), plus(centre, narrow)))
                .isCloseTo(2 * narrow, within(1e-12));
    }

    @Example
    void noIntervalsHaveNoQuality() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalQuality.coverage(new double[0], new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalQuality.width(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalQuality.coverage(new double[1], new double[2], new double[1]));
    }

    private static double coverage(double[] centre, double half, double[] truth) {
        return IntervalQuality.coverage(plus(centre, -half), plus(centre, half), truth);
    }

    private static double[] plus(double[] values, double more) {
        return Arrays.stream(values).map(value -> value + more).toArray();
    }
}
