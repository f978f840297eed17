package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

    private static final double[] EVEN = {1, 1, 1, 1};

    @Test
    void whatFallsStays() {
        assertThat(IsotonicRegression.falling(new double[] {4, 3, 3, 1}, EVEN)).containsExactly(4, 3, 3, 1);
        assertThat(IsotonicRegression.falling(new double[0], new double[0])).isEmpty();
    }

    @Test
    void whatRisesBecomesItsMeanByWeightAndDrawsInWhatThenRises() {
        assertThat(IsotonicRegression.falling(new double[] {5, 1, 3, 0}, EVEN)).containsExactly(5, 2, 2, 0);
        assertThat(IsotonicRegression.falling(new double[] {5, 1, 3, 0}, new double[] {1, 3, 1, 1}))
                .containsExactly(5, 1.5, 1.5, 0);
        assertThat(IsotonicRegression.falling(new double[] {2, 1, 9, 0}, EVEN)).containsExactly(4, 4, 4, 0);
    }
}
