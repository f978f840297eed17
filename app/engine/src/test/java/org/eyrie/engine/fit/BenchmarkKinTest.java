package org.eyrie.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkKinTest {

    @ParameterizedTest
    @CsvSource({
        "HellaSwag (10-shot), hellaswag",
        "aime_2025, aime",
        "math500, math",
        "leaderboard_bbh_navigate, bbh",
        "lighteval|gsm8k|5, gsm",
        "2wiki, wiki",
        "'42', ''"
    })
    void theFirstWordOfANameStandsForItsTask(String name, String word) {
        assertThat(BenchmarkKin.firstWord(name)).isEqualTo(word);
    }

    @Test
    void setupsOfOneTaskAreKinAndABenchmarkAloneIsNot() {
        int[] kin = BenchmarkKin.of(Stream.of("MMLU (0-shot)", "MMLU (5-shot)", "IFEval", "aime_2024", "aime_2025", "7")
                        .map(BenchmarkId::new)
                        .toList())
                .kin();

        assertThat(kin).containsExactly(0, 0, -1, 1, 1, -1);
    }
}
