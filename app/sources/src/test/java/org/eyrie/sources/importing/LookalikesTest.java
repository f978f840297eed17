package org.eyrie.sources.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names may be slips of others. */
class LookalikesTest {

    @ParameterizedTest
    @CsvSource({
        "acme/Mistral-7B, acme/mistral-7b",
        "acme/mistral_7b, acme/mistral-7b",
        "acme/qwen2.5-7b, acme/qwen2-5-7b",
        "acme/Neural-Beagle14-7b, acme/NeuralBeagle14-7B",
        "acme/qwen-2.5, acme/qwen2.5",
        "acme/misstral-7b, acme/mistral-7b",
        "acme/mistal-7b, acme/mistral-7b",
        "acme/msitral-7b, acme/mistral-7b",
        "acme/mistrel-7b, acme/mistral-7b",
        "acme/xmistral, acme/mistral",
        "birches/mix, birhces/mix"
    })
    void aNameThatDiffersByOneSlipLooksLikeTheOther(String name, String other) {
        assertThat(Lookalikes.among(Set.of(name), List.of("acme/else", other))).isEqualTo(Map.of(name, other));
    }

    @ParameterizedTest
    @CsvSource({
        "acme/mix-7b-v1, acme/mix-7b-v2",
        "acme/mix-7b, acme/mix-8b",
        "acme/mix-a, acme/mix-b",
        "acme/mistral-a, acme/mistral-b",
        "acme/mix-2.5, acme/mix-25",
        "acme/run-12, acme/run-1",
        "acme/mistral, acme/mistral-7b",
        "acme/mistral, bcme/mistral",
        "acme/mistral-dpo, acme/mistral-sft",
        "acme/mistral, acme/mistral"
    })
    void versionsSizesAndOtherNamesAreNoSlips(String name, String other) {
        assertThat(Lookalikes.among(Set.of(name), List.of(other))).isEmpty();
    }

    @Test
    void oneOfTwoNewNamesMayBeTheSlip() {
        assertThat(Lookalikes.among(Set.of("a/Wizard", "a/wizard"), List.of("a/Wizard", "a/wizard")))
                .containsOnlyKeys("a/Wizard", "a/wizard");
    }

    @Test
    void ofManyNewNamesOnlyCaseAndHyphensAreCompared() {
        Set<String> many =
                IntStream.range(0, 2_000).mapToObj(i -> "acme/model-" + i).collect(Collectors.toSet());
        many.add("acme/mistrall");
        many.add("acme/Llama");
        assertThat(Lookalikes.among(many, List.of("acme/mistral", "acme/llama")))
                .isEqualTo(Map.of("acme/Llama", "acme/llama"));
    }
}
