package org.eyrie.sources.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cards and registries report, mostly without a word on how it was run. */
class CommonSpellingsTest {

    private static final String LEADERBOARD =
            "https://huggingface.co/spaces/open-llm-leaderboard/open_llm_leaderboard?q=a";

    private final Mapped database = new Mapped(BenchmarkMap.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // What cards say of these models, in percent, and what the leaderboard's table says of them raw.
                "IFEval (0-Shot); strict accuracy; 0; 33.36; IFEval; .333576",
                "GPQA (0-shot); acc_norm; 0; 8.05; GPQA; .310403",
                "MMLU-PRO (5-shot); accuracy; 5; 14.47; MMLU-Pro; .230219",
                "GPQA (0-shot); acc_norm; 0; 17.56; GPQA; .381711",
                "MMLU-PRO (5-shot); accuracy; 5; 39.96; MMLU-Pro; .459608",
                "GPQA (0-shot); acc_norm; 0; 16.0; GPQA; .369966",
            })
    void normalisedScoresOnCardsAreTheRawOnesOfTheTable(
            String task, String metric, int shots, double percent, String benchmark, double raw) {
        database.load(Mapped.source(
                List.of(Mapped.card(task, metric, shots, percent / 100).from(LEADERBOARD))));
        assertThat(database.scores()).containsOnlyKeys(benchmark);
        assertThat(database.scores().get(benchmark)).isCloseTo(raw, within(5.1e-5));
    }

    @Test
    void whatCannotBeUndoneStaysABenchmarkOfItsOwn() {
        ImportReport report = database.load(Mapped.source(List.of(
                Mapped.card("BBH (3-Shot)", "normalized accuracy", 3, 0.1988).from(LEADERBOARD),
                Mapped.card("MuSR (0-shot)", "acc_norm", 0, 0.1086).from(LEADERBOARD),
                Mapped.card("MATH Lvl 5 (4-Shot)", "exact match", 4, 0.0363).from(LEADERBOARD),
                Mapped.card("GPQA (0-shot)", "acc_norm", 0, 0).from(LEADERBOARD))));
        assertThat(database.scores())
                .containsOnlyKeys("BBH (normalised)", "MuSR (normalised)", "MATH Lvl 5 (before Math-Verify)");
        assertThat(report.notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("anywhere below 0.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GSM8K; accuracy; ; GSM8K (unstated)",
                "openai/gsm8k; exact_match; ; GSM8K (unstated)",
                "gsm8k; ; 8; 'GSM8K (8-shot, rest unstated)'",
                "GSM8K (8-shot); accuracy; ; 'GSM8K (8-shot, rest unstated)'",
                "MMLU; acc; 5; 'MMLU (5-shot, rest unstated)'",
                "cais/mmlu; accuracy; ; MMLU (unstated)",
                "gpqa_diamond; pass@1; ; GPQA Diamond (unstated)",
                "Idavidrein/gpqa/diamond; ; ; GPQA Diamond (unstated)",
                "HumanEval; pass@1; ; 'HumanEval (pass@1, unstated)'",
                "openai_humaneval; pass@10; ; 'HumanEval (pass@10, unstated)'",
                "humaneval_plus; pass@1; ; HumanEval+ (unstated)",
                "mbpp; pass@1; 3; 'MBPP (pass@1, 3-shot, rest unstated)'",
                "HellaSwag; accuracy; 10; 'HellaSwag (acc, 10-shot, rest unstated)'",
                "HellaSwag; acc_norm; 10; 'HellaSwag (acc_norm, 10-shot, rest unstated)'",
                "ARC-c; acc; ; 'ARC-Challenge (acc, unstated)'",
                "WinoGrande; accuracy; ; Winogrande (unstated)",
                "TruthfulQA; mc2; 0; 'TruthfulQA (mc2, 0-shot, rest unstated)'",
                "BIG-Bench Hard; accuracy; 3; 'BBH (3-shot, rest unstated)'",
                "MuSR; accuracy; ; MuSR (unstated)",
                "IFEval; prompt_level_strict_acc; ; 'IFEval (prompt strict, unstated)'",
                "AIME 2024; pass@1; ; 'AIME 2024 (accuracy, unstated)'",
                "aime24; cons@64; ; 'AIME 2024 (majority, unstated)'",
                "AIME; accuracy; ; 'AIME (accuracy, unstated)'",
                "LiveCodeBench; pass@1; ; LiveCodeBench (unstated)",
                "MATH-500; accuracy; ; MATH-500 (unstated)",
                "GSM8K; perplexity of its answers; ; GSM8K (perplexity of its answers)",
                "house_bench; accuracy; ; house_bench (accuracy)",
            })
    void whatIsNotStatedIsUnstatedAndNotGuessed(
            String task, @Nullable String metric, @Nullable Integer shots, String expected) {
        database.load(Mapped.source(List.of(Mapped.card(task, metric, shots, 0.4))));
        assertThat(database.scores()).containsOnly(entry(expected, 0.4));
    }

    @Test
    void aMarkThatIsNoShareIsLeftOutWithANote() {
        ImportReport report = database.load(Mapped.source(List.of(Mapped.card("MT-Bench", "score", null, 0.82))));
        assertThat(database.scores()).isEmpty();
        assertThat(report.notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("1 to 10");
    }
}
