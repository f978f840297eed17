package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticTest {

    @ParameterizedTest
    @CsvSource({"0, 0.5", "2, 0.8807970779778823", "-40, 4.248354255291589e-18", "-700, 9.85967654375977e-305", "800, 1"
    })
    void itIsTheLogisticFunctionToTheLastDigits(double x, double expected) {
        assertThat(Logistic.of(x)).isCloseTo(expected, withPercentage(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-700, -30, -1, 0, 1e-9, 1, 30})
    void theLogitLeadsBack(double x) {
        assertThat(Logistic.logit(Logistic.of(x))).isCloseTo(x, within(1e-12 + 1e-2 * Math.max(0, x - 20)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-50, -3, 0, 3, 50})
    void aSuccessAndAFailureAreAllThereIs(double x) {
        assertThat(Logistic.of(x) + Logistic.of(-x)).isCloseTo(1, within(1e-15));
        assertThat(Math.exp(Logistic.log(x))).isCloseTo(Logistic.of(x), withPercentage(1e-11));
        assertThat(Logistic.softplus(x) - Logistic.softplus(-x)).isCloseTo(x, within(1e-12));
    }

    @Test
    void farOutNothingOverflowsAndNothingIsLost() {
        assertThat(Logistic.log(-1e300)).isEqualTo(-1e300);
        assertThat(Logistic.log(50)).isCloseTo(-1.9287498479639178e-22, withPercentage(1e-10));
        assertThat(Logistic.softplus(Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(Logistic.of(-1e300)).isZero();
        assertThat(Logistic.of(Double.NaN)).isNaN();
    }

    @Test
    void theEndsAreInfinitelyFar() {
        assertThat(Logistic.logit(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Logistic.logit(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Logistic.logit(-0.1)).isNaN();
        assertThat(Logistic.logit(1.1)).isNaN();
    }
}
