package org.eyrie.sources.evalplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that EvalPlus wrote; how is said beside them. */
class EvalPlusSourceTest {

    private static final Path RESULTS = Path.of("src/test/resources/org/eyrie/sources/evalplus");

    private final Path folder;
    private final Database database = new Database();

    EvalPlusSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bothSetsOfTestsAreBenchmarksWithTheirOutcomes() {
        database.load(new EvalPlusSource(List.of(RESULTS), null));

        assertThat(database.scores())
                .extracting(score -> score.benchmark().value() + " " + Math.round(score.score() * 300))
                .containsExactly("HumanEval (pass@1) 200", "HumanEval+ (pass@1) 100");
        assertThat(database.scores()).allSatisfy(score -> {
            assertThat(score.model()).isEqualTo(new ModelId("toy/tiny-1b"));
            assertThat(score.items()).isEqualTo(3);
            assertThat(score.measuredAt()).isEqualTo(Instant.parse("2026-11-29T13:09:00Z"));
        });
        List<Evaluation> outcomes =
                database.stores.scores().outcomes(database.scores().get(1).benchmark());
        assertThat(outcomes).extracting(Evaluation::outcomes).containsExactly(new Outcomes("100"));
        assertThat(database.stores.scores().itemNames(outcomes.get(0).benchmark()))
                .containsExactly("HumanEval/0", "HumanEval/1", "HumanEval/2");
    }

    @Test
    void severalSampledCompletionsAreAnotherSetupWithoutOutcomes() throws IOException {
        results("acme--mix-7b_vllm_temp_0.8_eval_results.json", """
                {"date": "2025-01-02 03:04", "hash": "ab", "eval": {"Mbpp/2": [
                  {"task_id": "Mbpp/2", "base_status": "pass", "plus_status": "fail"},
                  {"task_id": "Mbpp/2", "base_status": "fail", "plus_status": "pass"}]}}
                """);
        database.load(new EvalPlusSource(List.of(folder), null));

        assertThat(database.scores())
                .extracting(score -> score.model() + " " + score.benchmark() + " " + score.score())
                .containsExactly("acme/mix-7b MBPP (pass@1,sampled) 0.5", "acme/mix-7b MBPP+ (pass@1,sampled) 0.0");
        assertThat(database.stores.scores().coverage())
                .allSatisfy(cover -> assertThat(cover.withOutcomes()).isZero());
    }

    @Test
    void filesOfTheFirstVersionsAreReadAndOnlyWhatWasRun() throws IOException {
        results("samples_eval_results.json", """
                {"date": "2023-07-01 10:00", "hash": "ab", "eval": {"HumanEval/0": {"nfiles": 1, "base": [["success", []]]},
                  "HumanEval/1": {"nfiles": 1, "base": [["failed", [false]]]}}}
                """);
        assertThatThrownBy(() -> database.load(new EvalPlusSource(List.of(folder), null)))
                .hasMessageContaining("--model-id");
        database.load(new EvalPlusSource(List.of(folder), new ModelId("acme/old-1b")));

        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score())
                .containsExactly("HumanEval (pass@1) 0.5");
    }

    @Test
    void whatIsNoResultIsNamed() throws IOException {
        results("samples_eval_results.json", "{\"hash\": 1}");
        assertThatThrownBy(() -> database.load(new EvalPlusSource(List.of(folder), null)))
                .hasMessageContaining("no result of EvalPlus");
        assertThat(EvalPlusSource.looksLike("{\"date\": \"x\", \"hash\": \"y\", \"eval\": {\"HumanEval/0\""))
                .isTrue();
        assertThat(EvalPlusSource.looksLike("{\"results\": {}}")).isFalse();
    }

    private void results(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
