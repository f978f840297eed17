package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LmEvalSourceTest {

    private static final String TIME = "2025-01-02T03-04-05.678901";
    private static final String RESULTS = """
            {"results": {
               "gsm8k": {"alias": "gsm8k", "exact_match,strict-match": 0.5, "exact_match_stderr,strict-match": 0.25,
                         "exact_match,flexible-extract": 0.75, "exact_match_stderr,flexible-extract": "N/A"},
               "wikitext": {"alias": "wikitext", "word_perplexity,none": 12.5, "word_perplexity_stderr,none": "N/A"},
               "mmlu_law": {"acc,none": 0.25, "acc_stderr,none": 0.1},
               "mmlu": {"acc,none": 0.375}},
             "groups": {"mmlu": {"acc,none": 0.375, "alias": "mmlu"}},
             "group_subtasks": {"mmlu": ["mmlu_law", "gsm8k"], "gsm8k": []},
             "versions": {"gsm8k": 3.0, "mmlu": 2, "wikitext": 2},
             "n-shot": {"gsm8k": 5, "mmlu_law": 0},
             "higher_is_better": {"wikitext": {"word_perplexity": false}, "gsm8k": {"exact_match": true}},
             "n-samples": {"gsm8k": {"original": 4, "effective": 4}, "mmlu_law": {"original": 8, "effective": 8}},
             "config": {"model": "hf", "model_args": "pretrained=acme/mix-7b,dtype=bfloat16", "limit": null},
             "date": 1735787045.5, "lm_eval_version": "0.4.7", "chat_template": null, "model_name": "acme/mix-7b"}
            """;
    private static final String SAMPLES = """
            {"doc_id":0,"doc":{"q":"x"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"cc","exact_match":1.0}
            {"doc_id":1,"doc":{"q":"y"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"aa","exact_match":0.0}
            {"doc_id":2,"doc":{"q":"y"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"aa","exact_match":1.0}
            {"doc_id":3,"doc":{"q":"z"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"bb","exact_match":0.0}
            {"doc_id":3,"doc":{"q":"z"},"filter":"flexible-extract","metrics":["exact_match"],"doc_hash":"bb","exact_match":0.5}
            """;

    private final Path folder;

    private final Database database = new Database();

    LmEvalSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aScoreIsKeptUnderItsWholeSetupWithWhereItComesFrom() throws IOException {
        results(RESULTS);
        ImportReport report = load(null);

        assertThat(database.scores())
                .extracting(score -> score.benchmark().value())
                .containsExactly(
                        "gsm8k (exact_match,flexible-extract, v3, 5-shot)",
                        "gsm8k (exact_match,strict-match, v3, 5-shot)",
                        "mmlu (acc, v2)",
                        "mmlu_law (acc, 0-shot)");
        assertThat(score("gsm8k (exact_match,strict-match, v3, 5-shot)"))
                .isEqualTo(new Evaluation(
                        new ModelId("acme/mix-7b"),
                        score("gsm8k (exact_match,strict-match, v3, 5-shot)").benchmark(),
                        0.5,
                        4,
                        0.25,
                        null,
                        "lm-evaluation-harness 0.4.7",
                        Instant.ofEpochSecond(1735787045)));
        assertThat(score("mmlu (acc, v2)").items()).isEqualTo(12);
        assertThat(database.stores.scores().benchmarks().get(0).setup())
                .isEqualTo(new EvaluationSetup(
                        "gsm8k", "exact_match", "flexible-extract", "lm-evaluation-harness", "3", 5, false));
        assertThat(report.notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("word_perplexity");
    }

    @Test
    void outcomesStandInTheOrderOfTheDocumentsHashes() throws IOException {
        results(RESULTS);
        samples(SAMPLES);
        ImportReport report = load(null);

        var strict = score("gsm8k (exact_match,strict-match, v3, 5-shot)");
        assertThat(database.stores.scores().outcomes(strict.benchmark()))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.outcomes()).isEqualTo(new Outcomes("0101"));
                    assertThat(score.score()).isEqualTo(0.5);
                });
        assertThat(report.notes()).extracting(Fault::reason).anySatisfy(note -> assertThat(note)
                .contains("flexible-extract has no outcomes"));
        assertThat(load(null).written().evaluations()).isEqualTo(new Counts(0, 4, 0));
    }

    @Test
    void samplesAloneNeedTheModelsName() throws IOException {
        samples(SAMPLES);

        assertThatThrownBy(() -> load(null)).hasMessageContaining("--model-id");
        load(new ModelId("mine"));
        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.model()).isEqualTo(new ModelId("mine"));
            assertThat(score.benchmark().value()).isEqualTo("gsm8k (exact_match,strict-match)");
            assertThat(score.score()).isEqualTo(0.5);
        });
    }

    @Test
    void aRunWithAChatTemplateIsAnotherBenchmark() throws IOException {
        results(RESULTS.replace("\"chat_template\": null", "\"chat_template\": \"{% for m in messages %}\""));
        load(null);

        assertThat(database.scores())
                .allSatisfy(score -> assertThat(score.benchmark().value()).endsWith(", chat template)"));
    }

    @Test
    void aRunWithALimitIsRefusedUnlessAskedForWhereNothingSaysWhichItemsItSaw() throws IOException {
        results(RESULTS.replace("\"limit\": null", "\"limit\": 10.0").replace("\"n-samples\"", "\"no-samples\""));
        samples(SAMPLES.replaceAll("\"doc_hash\":\"..\",", ""));

        assertThatThrownBy(() -> load(null)).hasMessageContaining("--allow-partial");
        assertThat(database.isEmpty()).isTrue();
        database.load(new LmEvalSource(List.of(folder), null, true));
        assertThat(database.scores()).hasSize(4);
        assertThat(database.stores.scores().coverage())
                .allSatisfy(cover -> assertThat(cover.withOutcomes()).isZero());
    }

    @Test
    void ofARunWithALimitThoseTasksAreTakenOfWhichSamplesNameTheItems() throws IOException {
        results("""
                {"results": {"gsm8k": {"exact_match,strict-match": 0.5, "exact_match,flexible-extract": 0.75}},
                 "n-samples": {"gsm8k": {"original": 9, "effective": 4}},
                 "config": {"model_args": "pretrained=acme/mix-7b", "limit": 4}}
                """);
        samples(SAMPLES);
        ImportReport report = load(null);

        assertThat(database.scores()).singleElement().satisfies(score -> assertThat(score.items())
                .isEqualTo(4));
        assertThat(database.stores.scores().benchmarks().get(0).items()).isEqualTo(9);
        assertThat(report.notes()).extracting(Fault::reason).anySatisfy(note -> assertThat(note)
                .contains("flexible-extract) was left out", "nothing says which"));
    }

    @Test
    void aRunThatSawFewerItemsThanThereAreIsPartialToo() throws IOException {
        results(RESULTS.replace("\"effective\": 4", "\"effective\": 3"));

        assertThatThrownBy(() -> load(null)).hasMessageContaining("a part of the items");
    }

    @Test
    void aMetricThatCouldNotBeComputedIsLeftOut() throws IOException {
        results(RESULTS.replace("\"acc,none\": 0.25", "\"acc,none\": NaN"));
        ImportReport report = load(null);

        assertThat(database.scores()).hasSize(3);
        assertThat(report.notes()).extracting(Fault::reason).anySatisfy(note -> assertThat(note)
                .contains("mmlu_law acc,none = NaN was left out"));
    }

    @Test
    void anInputOfTheWrongKindIsNamed() throws IOException {
        assertThatThrownBy(() -> load(null)).hasMessageContaining("There are no files results_<time>.json");
        results(RESULTS.substring(0, 300));
        assertThatThrownBy(() -> load(null)).hasMessageContaining("no JSON object: Unexpected end-of-input");
        results("{\"name\": \"x\"}");
        assertThatThrownBy(() -> load(null)).hasMessageContaining("not a results file");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void whatIsNoNumberIsLeftOutWithANote() throws IOException {
        results(RESULTS.replace("\"acc,none\": 0.25", "\"acc,none\": \"N/A\", \"each,none\": [1], \"by,none\": {}"));
        ImportReport report = load(null);

        assertThat(database.scores()).hasSize(3);
        assertThat(report.notes())
                .extracting(Fault::reason)
                .contains(
                        "mmlu_law acc,none was left out: it is no number but \"N/A\"",
                        "mmlu_law each,none was left out: it is no number but a list",
                        "mmlu_law by,none was left out: it is no number but an object");
    }

    @Test
    void badSamplesAreNamedByLine() throws IOException {
        results(RESULTS);
        samples(SAMPLES + "{\"doc_id\":3,\"filter\":\"strict-match\",\"metrics\":[\"exact_match\"],\"doc_hash\":\"bb\","
                + "\"exact_match\":1.0}\n{\"doc_id\":9,\"filt");
        var refused = catchThrowableOfType(InvalidInputException.class, () -> load(null));

        assertThat(refused.faults()).extracting(Fault::where).allMatch(where -> where.contains(" line "));
        assertThat(refused.faults().get(0).reason()).contains("The document 3 stands twice");
        assertThat(refused.faults().get(1).reason()).contains("no JSON object");
    }

    private Evaluation score(String benchmark) {
        return database.scores().stream()
                .filter(score -> score.benchmark().value().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }

    private ImportReport load(@Nullable ModelId model) {
        return database.load(new LmEvalSource(List.of(folder), model, false));
    }

    private void results(String text) throws IOException {
        Files.createDirectories(folder.resolve("acme__mix-7b"));
        Files.writeString(folder.resolve("acme__mix-7b/results_" + TIME + ".json"), text);
    }

    private void samples(String text) throws IOException {
        Files.createDirectories(folder.resolve("acme__mix-7b"));
        Files.writeString(folder.resolve("acme__mix-7b/samples_gsm8k_" + TIME + ".jsonl"), text);
    }
}
