package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.benchmark;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationSetupTest {

    private static final EvaluationSetup FIVE_SHOT = setup("gsm8k", 5);

    @Test
    void aSetupOfWhichNothingIsKnownAgreesWithEverySetup() {
        assertThat(EvaluationSetup.UNKNOWN.agreesWith(FIVE_SHOT)).isTrue();
        assertThat(FIVE_SHOT.agreesWith(EvaluationSetup.UNKNOWN)).isTrue();
        assertThat(FIVE_SHOT.orElse(EvaluationSetup.UNKNOWN)).isEqualTo(FIVE_SHOT);
        assertThat(EvaluationSetup.UNKNOWN.orElse(FIVE_SHOT)).isEqualTo(FIVE_SHOT);
    }

    @Test
    void setupsThatDifferAnywhereDoNotAgree() {
        assertThat(FIVE_SHOT.agreesWith(setup("gsm8k", 8))).isFalse();
        assertThat(FIVE_SHOT.agreesWith(setup(null, 5))).isTrue();
        assertThat(setup("gsm8k", null).orElse(setup(null, 5))).isEqualTo(FIVE_SHOT);
    }

    @Test
    void oneIdCannotStandForTwoSetups() {
        Benchmark known = new Benchmark(benchmark("gsm8k"), 1319, FIVE_SHOT);
        Benchmark other = new Benchmark(benchmark("gsm8k"), null, setup("gsm8k", 0));
        assertThatThrownBy(() -> other.orElse(known))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nShot=5")
                .hasMessageContaining("nShot=0");
        assertThat(new Benchmark(benchmark("gsm8k"), null, setup(null, null)).orElse(known))
                .isEqualTo(known);
    }

    @Test
    void shotsAreNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> setup(null, -1)).withMessageContaining("-1");
    }

    private static EvaluationSetup setup(@Nullable String task, @Nullable Integer nShot) {
        return new EvaluationSetup(task, null, null, null, null, nShot, null);
    }
}
