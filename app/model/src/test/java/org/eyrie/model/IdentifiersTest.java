package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", " leading", "trailing ", "bell\u0007", "new\nline", "escape\u001b[31m"})
    void whatIsBlankPaddedOrUnprintableIsNoIdentifier(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelId(value))
                .withMessageContaining("A model id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchmarkId(value))
                .withMessageContaining("A benchmark id");
        assertThatIllegalArgumentException().isThrownBy(() -> new FitId(value)).withMessageContaining("A fit id");
    }

    @Test
    void halfOfACharacterIsRefusedAndAWholeOneIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelId("acme/\uD83D-7b"))
                .withMessageContaining("'acme/?-7b'");
        assertThat(new ModelId("acme/\uD83D\uDE00").value()).hasSize(7);
    }

    @Test
    void aRefusalNeverPrintsControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelId("a\u001b[31m"))
                .withMessageContaining("a?[31m")
                .withMessageNotContaining("\u001b");
    }

    @Test
    void lengthIsBounded() {
        assertThat(new ModelId("x".repeat(ModelId.MAX_LENGTH)).value()).hasSize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelId("x".repeat(ModelId.MAX_LENGTH + 1)))
                .withMessageContaining("513");
        assertThatIllegalArgumentException().isThrownBy(() -> new FitId("x".repeat(FitId.MAX_LENGTH + 1)));
    }

    @Test
    void theNamespaceIsWhatStandsBeforeTheFirstSlash() {
        assertThat(new ModelId("meta-llama/Llama-3/x").namespace()).isEqualTo("meta-llama");
        assertThat(new ModelId("gpt2").namespace()).isEmpty();
    }

    @Test
    void identifiersAreOrderedByCodePoint() {
        List<String> ordered = List.of("A", "B", "a", "a/b", "ab", "é", "ﬀ", "Ｆ", "🐣", "🦅");
        assertThat(Stream.of("🦅", "ab", "Ｆ", "a", "é", "🐣", "B", "a/b", "ﬀ", "A")
                        .map(ModelId::new)
                        .sorted()
                        .map(ModelId::value))
                .isEqualTo(ordered);
        assertThat(new ModelId("x")).isEqualByComparingTo(new ModelId("x"));
    }
}
