package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.score;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.0001, 1.0001, 20.9, Double.NaN, Double.POSITIVE_INFINITY})
    void aScoreIsAShare(double score) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score("m", "b", score))
                .withMessageContaining(String.valueOf(score));
    }

    @Test
    void noItemsAreNoMeasurement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation(0, null))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> evaluation(-1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Benchmark(benchmark("b"), 0, EvaluationSetup.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void anErrorIsNeverNegativeNorBeyondTheScale(double stderr) {
        assertThatIllegalArgumentException().isThrownBy(() -> evaluation(1, stderr));
    }

    private static Evaluation evaluation(@Nullable Integer items, @Nullable Double stderr) {
        return new Evaluation(model("m"), benchmark("b"), .5, items, stderr, null, null, null);
    }
}
