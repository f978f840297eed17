package org.eyrie.lrmf.trial.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PredictionErrorTest {

    private static final double[] OUTCOMES = {1, 0, 1, 1, 0, 1, 0, 1, 1, 1};
    private static final double SHARE = 0.7;

    @Property
    void noConstantBeatsTheShareOfSuccesses(@ForAll @DoubleRange(min = 0, max = 1) double constant) {
        double[] guess = constant(constant);
        assertThat(PredictionError.logLoss(constant(SHARE), OUTCOMES))
                .isLessThanOrEqualTo(PredictionError.logLoss(guess, OUTCOMES) + 1e-12);
        assertThat(PredictionError.brier(constant(SHARE), OUTCOMES))
                .isLessThanOrEqualTo(PredictionError.brier(guess, OUTCOMES) + 1e-12);
    }

    @Property
    void aConstantErrorIsTheRootMeanSquaredError(@ForAll @DoubleRange(min = -1, max = 1) double error) {
        double[] guess = Arrays.stream(OUTCOMES).map(z -> z + error).toArray();
        assertThat(PredictionError.rmse(guess, OUTCOMES)).isCloseTo(Math.abs(error), within(1e-12));
    }

    @Property
    void oneHugeErrorMovesTheMedianLessThanTheRoot(@ForAll @DoubleRange(min = 0.5, max = 1) double huge) {
        double[] truth = {0.1, 0.2, 0.3, 0.4, 0.5};
        double[] guess = {0.11, 0.18, 0.33, 0.44, 0.5 - huge};
        assertThat(PredictionError.median(guess, truth)).isCloseTo(0.03, within(1e-12));
        assertThat(PredictionError.median(Arrays.copyOf(guess, 4), Arrays.copyOf(truth, 4)))
                .isCloseTo(0.025, within(1e-12));
        assertThat(PredictionError.rmse(guess, truth)).isGreaterThan(0.2);
    }

    @Property
    void logLossOfASharePredictedExactlyIsItsEntropy(@ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
        assertThat(PredictionError.logLoss(new double[] {p}, new double[] {p})).isCloseTo(entropy, within(1e-12));
    }

    @Example
    void aCoinCostsTheLogarithmOfTwo() {
        assertThat(PredictionError.logLoss(constant(0.5), OUTCOMES)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(PredictionError.brier(constant(0.5), OUTCOMES)).isCloseTo(0.25, within(1e-12));
    }

    @Example
    void aSureMistakeCostsMuchButNotInfinitelyMuch() {
        assertThat(PredictionError.logLoss(new double[] {0, 1}, new double[] {1, 0}))
                .isBetween(34.0, 35.0);
        assertThat(PredictionError.logLoss(new double[] {0, 1}, new double[] {0, 1}))
                .isCloseTo(0, within(1e-12));
    }

    @Example
    void nothingHasNoError() {
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionError.rmse(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionError.logLoss(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionError.brier(new double[1], new double[0]));
    }

    private static double[] constant(double value) {
        double[] values = new double[OUTCOMES.length];
        Arrays.fill(values, value);
        return values;
    }
}
