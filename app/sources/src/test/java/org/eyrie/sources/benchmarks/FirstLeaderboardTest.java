package org.eyrie.sources.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.benchmarks.Mapped.Figure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first leaderboard's six benchmarks, in every spelling. */
class FirstLeaderboardTest {

    private final Mapped database = new Mapped(BenchmarkMap.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "arc_challenge; acc_norm; none; 25; ARC-Challenge (25-shot)",
                "hellaswag; acc_norm; none; 10; HellaSwag (10-shot)",
                "truthfulqa_mc2; acc; none; 0; TruthfulQA MC2 (0-shot)",
                "truthfulqa_mc; mc2; ; 0; TruthfulQA MC2 (0-shot)",
                "winogrande; acc; none; 5; Winogrande (5-shot)",
                "gsm8k; exact_match; strict-match; 5; 'gsm8k (exact_match,strict-match, v1, 5-shot)'",
                "leaderboard|arc:challenge|25|0; acc_norm; ; ; ARC-Challenge (25-shot)",
                "harness|arc:challenge|25; acc_norm; ; ; ARC-Challenge (25-shot)",
                "harness|hellaswag|10; acc_norm; ; ; HellaSwag (10-shot)",
                "leaderboard|truthfulqa:mc|0|0; truthfulqa_mc2; ; ; TruthfulQA MC2 (0-shot)",
                "harness|truthfulqa:mc|0; mc2; ; ; TruthfulQA MC2 (0-shot)",
                "leaderboard|winogrande|5|0; acc; ; ; Winogrande (5-shot)",
                "leaderboard|gsm8k|5|0; qem; ; ; GSM8K (5-shot)",
                "gsm8k; acc; ; 5; GSM8K (5-shot)",
                "harness|gsm8k|5; acc; ; ; GSM8K (5-shot)",
                "arc_challenge; acc; none; 25; 'arc_challenge (acc, v1, 25-shot)'",
                "arc_challenge; acc_norm; none; 0; 'arc_challenge (acc_norm, v1, 0-shot)'",
                "hellaswag; acc_norm; none; ; 'hellaswag (acc_norm, v1)'",
                "gsm8k; exact_match; flexible-extract; 5; 'gsm8k (exact_match,flexible-extract, v1, 5-shot)'",
                "leaderboard_mmlu_pro; acc; none; 0; 'leaderboard_mmlu_pro (acc, v1, 0-shot)'",
                "helm|mmlu:anatomy|5|0; acc; ; ; 'helm|mmlu:anatomy|5|0 (acc, v1)'",
            })
    void everySpellingOfTheFirstLeaderboardIsKnownAndNoOtherSetupIs(
            String task, String metric, @Nullable String filter, @Nullable Integer shots, String expected) {
        Figure figure = Figure.of(task, metric, shots, 0.4);
        database.load(Mapped.source(List.of(
                figure.with(new EvaluationSetup(task, metric, filter, "lm-evaluation-harness", "1", shots, null)))));
        assertThat(database.scores()).containsOnly(entry(expected, 0.4));
    }

    @Test
    void aChatTemplateMakesAnotherBenchmarkOfTheFirstLeaderboardsButNotOfTheSeconds() {
        Figure arc = Figure.of("arc_challenge", "acc_norm", 25, 0.4);
        Figure pro = Figure.of("leaderboard_mmlu_pro", "acc", 5, 0.3);
        database.load(Mapped.source(List.of(
                arc.with(new EvaluationSetup(
                        "arc_challenge", "acc_norm", "none", "lm-evaluation-harness", "1", 25, true)),
                pro.with(new EvaluationSetup("leaderboard_mmlu_pro", "acc", "none", "lm", "0.1", 5, true)))));
        assertThat(database.scores())
                .containsOnlyKeys("MMLU-Pro", "arc_challenge (acc_norm, v1, 25-shot, chat template)");
    }

    @Test
    void theFirstLeaderboardsMmluIsThePlainMeanOfItsSubjects() {
        List<Way.Part> subjects = BenchmarkMap.shipped()
                .slots(
                        new Spelling("mmlu_anatomy", 5),
                        new EvaluationSetup("mmlu_anatomy", "acc", null, "lm-evaluation-harness", null, 5, null),
                        null)
                .get(0)
                .benchmark()
                .ways()
                .get(1)
                .parts();
        assertThat(subjects).hasSize(57);
        List<Figure> run = new ArrayList<>();
        double sum = 0;
        for (int subject = 0; subject < 57; subject++) {
            run.add(Figure.of("mmlu_" + subjects.get(subject).name(), "acc", 5, subject / 100.0)
                    .items(100 + subject));
            sum += subject / 100.0;
        }
        run.add(Figure.of("mmlu", "acc", null, 0.3));
        run.add(Figure.of("mmlu_stem", "acc", null, 0.3));
        database.load(Mapped.source(run));
        assertThat(database.scores()).containsOnlyKeys("MMLU (5-shot)");
        assertThat(database.scores().get("MMLU (5-shot)")).isCloseTo(sum / 57, within(1e-12));
    }

    @Test
    void laterHarnessesReadOnWhereTheLeaderboardsStoppedAndMakeAnotherBenchmark() {
        database.load(Mapped.source(List.of(Figure.of("gsm8k", "x", 5, 0.4)
                .with(new EvaluationSetup(
                        "gsm8k", "exact_match", "strict-match", "lm-evaluation-harness", "3.0", 5, false)))));
        assertThat(database.scores()).containsOnly(entry("GSM8K (5-shot, strict-match)", 0.4));
    }

    @Test
    void aGroupOfWhichTheMapKnowsNothingBetterIsKept() {
        database.load(
                Mapped.source(List.of(Figure.of("mmlu", "acc", 0, 0.5), Figure.of("mmlu_anatomy", "acc", 0, 0.4))));
        assertThat(database.scores()).containsOnlyKeys("mmlu (acc, v1, 0-shot)");
    }
}
