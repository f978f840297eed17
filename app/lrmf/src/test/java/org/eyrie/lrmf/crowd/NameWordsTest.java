package org.eyrie.lrmf.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

    @Test
    void areThoseOfTheNameAloneAndNeighboursTogether() {
        assertThat(NameWords.of("Someone/Falcon-2.5_7B--Instruct"))
                .containsExactly("falcon", "2.5", "7b", "instruct", "falcon 2.5", "2.5 7b", "7b instruct");
        assertThat(NameWords.of("falcon")).containsExactly("falcon");
        assertThat(NameWords.of("someone/--")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/Qwen2.5-7B-Instruct,      qwen2.5",
        "a/Llama-3.1-8B,             llama3.1",
        "a/Mistral-7B-v0.3,          mistral0.3",
        "a/Mixtral-8x7B-v0.1,        mixtral0.1",
        "a/SOLAR-10.7B-v1.0,         solar1.0",
        "a/gemma-2-9b-it,            gemma2",
        "a/phi-3-mini,               phi3",
        "a/falcon-7b,                falcon",
        "falcon,                     falcon"
    })
    void aVersionIsTheNumberBehindLettersThatIsNoSize(String name, String version) {
        assertThat(NameWords.version(name)).isEqualTo(version);
    }
}
