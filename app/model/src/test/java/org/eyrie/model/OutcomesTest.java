package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

    @Test
    void itemsSeenAndCorrectAreCounted() {
        Outcomes outcomes = new Outcomes("1-0011-");
        assertThat(outcomes.items()).isEqualTo(7);
        assertThat(outcomes.seen()).isEqualTo(5);
        assertThat(outcomes.correct()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "1 0", "1\n", "１", "10\u0000"})
    void anythingButTheThreeCharactersIsRefusedWithItsPlace(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(value))
                .withMessageContaining("U+")
                .withMessageContaining("at item");
    }

    @Test
    void theNumberOfItemsIsBounded() {
        assertThat(new Outcomes("1".repeat(Outcomes.MAX_ITEMS)).correct()).isEqualTo(1_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcomes(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcomes("1".repeat(Outcomes.MAX_ITEMS + 1)));
    }
}
