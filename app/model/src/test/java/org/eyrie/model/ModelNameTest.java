package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {

    private static ModelName named(String id) {
        return ModelName.of(new ModelId(id));
    }

    private static List<String> words(String id) {
        return named(id).words().stream().map(ModelName.WORDS::get).toList();
    }

    @Test
    void aNameTellsTheAuthorAndTheSeriesInLowerCase() {
        ModelName name = named("Acme-AI/Falcon3-7B-Instruct");
        assertThat(name.author()).isEqualTo("acme-ai");
        assertThat(name.series()).isEqualTo("falcon");
        assertThat(named("7").author()).isNull();
        assertThat(named("7").series()).isNull();
    }

    @Test
    void wordsStandAloneOrBeforeANumber() {
        assertThat(words("a/Model-7B-Instruct-v2")).containsExactly("instruct");
        assertThat(words("a/gemma-2-9b-it-SimPO2.1")).containsExactly("it", "simpo");
        assertThat(words("a/Chatty-Instructor")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/llama-7b, 7",
        "a/qwen2.5-0.5B-instruct, 0.5",
        "a/mixtral-8x7b, 50.4",
        "a/phi-3-4k, NaN",
        "a/7bit-model, NaN",
        "a/merge-7b-and-13b, 13",
    })
    void theLastSizeInANameCountsAndExpertsShareATenth(String id, Double billions) {
        assertThat((Double) named(id).parametersBillions()).isEqualTo(billions);
    }

    @ParameterizedTest
    @CsvSource({"7.2, , 7.2", "7.2, chat, 7.2", ", , 7", "0, , 7", ", chat, NaN", "0, chat, NaN"})
    void aRecordedSizeCountsBeforeTheNames(@Nullable Double recorded, @Nullable String type, Double billions) {
        Traits traits = new Traits(null, recorded, type, null, null, null, null, null);
        assertThat((Double) named("a/llama-7b").parametersBillions(traits)).isEqualTo(billions);
    }
}
