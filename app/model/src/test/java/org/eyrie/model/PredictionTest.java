package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    @ParameterizedTest
    @CsvSource({"-.1,.5,.6", ".6,.5,.7", ".1,.5,.4", ".1,.5,1.1", "NaN,.5,.6", ".1,NaN,.6", ".1,.5,NaN"})
    void theMeanLiesInsideItsIntervalAndBothOnTheScale(double lower, double mean, double upper) {
        assertThatIllegalArgumentException().isThrownBy(() -> prediction(lower, mean, upper, .9));
    }

    @ParameterizedTest
    @CsvSource({"-.1,.5,.6", ".6,.5,.7", ".1,.5,1.1", ".1,NaN,.6"})
    void soDoesTheOneWithoutTheOwnMeasurement(double lower, double mean, double upper) {
        Prediction.LeftOut leftOut = new Prediction.LeftOut(mean, lower, upper);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prediction(model("m"), benchmark("b"), .5, .4, .6, .9, new FitId("f"), leftOut));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-1", "NaN", "90"})
    void aLevelIsAShareStrictlyBetweenNothingAndAll(double level) {
        assertThatIllegalArgumentException().isThrownBy(() -> prediction(.1, .2, .3, level));
    }

    @Test
    void anIntervalMayBeAPointAtTheEndOfTheScale() {
        assertThat(prediction(0, 0, 0, .9).mean()).isZero();
        assertThat(prediction(1, 1, 1, .9).mean()).isOne();
    }

    private static Prediction prediction(double lower, double mean, double upper, double level) {
        return new Prediction(model("m"), benchmark("b"), mean, lower, upper, level, new FitId("f"), null);
    }
}
