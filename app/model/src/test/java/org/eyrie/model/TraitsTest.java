package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitsTest {

    private static final Traits FULL =
            new Traits("Llama", 7.0, "chat", "bf16", true, false, LocalDate.of(2024, 2, 29), "mit");

    @Test
    void whatIsKnownWinsOverWhatIsNot() {
        assertThat(FULL.orElse(Traits.UNKNOWN)).isEqualTo(FULL);
        assertThat(Traits.UNKNOWN.orElse(FULL)).isEqualTo(FULL);
    }

    @Test
    void theNewerOfTwoKnownTraitsWins() {
        Traits newer = new Traits("Mistral", 8.0, "merge", "fp8", false, true, LocalDate.of(2025, 1, 1), "other");
        assertThat(newer.orElse(FULL)).isEqualTo(newer);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e6, Double.NaN, Double.POSITIVE_INFINITY})
    void parametersAreCountedInBillions(double billions) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traits(null, billions, null, null, null, null, null, null))
                .withMessageContaining(String.valueOf(billions));
    }
}
