package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.sources.mlflow.FakeMlflow.tags;
import static org.eyrie.sources.mlflow.FakeMlflow.version;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.Derivation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.registry.CursorFiles;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries as people keep them: parents, versions and metrics under the names that programs give them. */
class MlflowUsageTest extends MlflowTest {

    MlflowUsageTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "_name_or_path, fir/root-2b",
        "model_name_or_path, fir/root-2b",
        "pretrained_model_name_or_path, fir/root-2b",
        "base_model_name, fir/root-2b",
        "model_name, fir/root-2b",
        "config/_name_or_path, fir/root-2b",
        "base_model, https://huggingface.co/fir/root-2b/tree/main",
        "base_model, /c/models--fir--root-2b/snapshots/00000000000000000000000000000000000000ab",
        "base_model, '[\"fir/root-2b\"]'",
    })
    void parentsStandUnderTheNamesThatTrainersLog(String key, String value) {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r1\""))
                .run("FINISHED", "", "{\"key\":\"" + key + "\",\"value\":\"" + value.replace("\"", "\\\"") + "\"}");

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("fir/root-2b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "null", "", "mix"})
    void aNameThatIsNoneOrItsOwnIsNoParent(String value) {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r1\""))
                .run("FINISHED", "", "{\"key\":\"model_name\",\"value\":\"" + value + "\"}");

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"fir/a\", \"fir/b\"]", "['fir/a', 'fir/b']", "fir/a, fir/b", "fir/a,fir/b,"})
    void aListNamesSeveral(String value) {
        mlflow.versions(version("mix", "1", tags("base_model", value)));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX))
                .extracting(edge -> edge.parent().value() + " " + edge.relation())
                .containsExactlyInAnyOrder("fir/a MERGE", "fir/b MERGE");
    }

    @ParameterizedTest
    @CsvSource({
        "models:/root/latest, models:/root/10, 2",
        "models:/root, models:/root/10, 2",
        "root, models:/root/10, 2",
        "root/2, models:/root/2, 1",
        "models:/root/2, models:/root/2, 1",
        "models:/root/Production, models:/root/2, 2",
        "models:/m-77, models:/root/10, 1",
        "root@champion, models:/root/2, 1",
    })
    void aVersionIsMeantHoweverItIsCalled(String text, String parent, int notes) {
        mlflow.models("{\"name\":\"root\",\"aliases\":[{\"alias\":\"champion\",\"version\":\"2\"}]}")
                .versions(
                        version("root", "10", "\"source\":\"models:/m-77\""),
                        version("root", "2", "\"current_stage\":\"Production\""),
                        version("mix", "1", tags("base_model", text)));

        ImportReport report = run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly(parent);
        assertThat(report.notes()).hasSize(notes);
    }

    @Test
    void ofItsOwnModelTheVersionBeforeIsMeant() {
        mlflow.versions(
                version("mix", "1", ""),
                version("mix", "2", tags("base_model", "models:/mix/latest")),
                version("mix", "3", ""));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(new ModelId("models:/mix/2")))
                .extracting(edge -> edge.parent().value())
                .containsExactly("models:/mix/1");
    }

    @Test
    void whatTheRegisteredModelSaysCountsWhereTheVersionSaysNothing() {
        mlflow.models("{\"name\":\"mix\",\"tags\":[{\"key\":\"base_model\",\"value\":\"fir/a\"}]}")
                .versions(version("mix", "1", ""), version("mix", "2", tags("base_model", "fir/b")));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("fir/a");
        assertThat(parentsOf(new ModelId("models:/mix/2")))
                .extracting(edge -> edge.parent().value())
                .containsExactly("fir/b");
    }

    @Test
    void aCopyComesFromWhatItIsACopyOf() {
        mlflow.versions(
                version("root", "1", tags("base_model", "fir/a")),
                version("mix", "1", "\"source\":\"models:/root/1\"," + tags("base_model", "fir/a")));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("models:/root/1");
    }

    @Test
    void ofTwoThatNameEachOtherOneEdgeIsLeftOutAndAllElseComesIn() {
        mlflow.versions(
                version("mix", "1", tags("base_model", "models:/other/1")),
                version("other", "1", tags("base_model", "models:/mix/1")),
                version("third", "1", tags("base_model", "models:/other/1")));

        ImportReport report = run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).hasSize(1);
        assertThat(parentsOf(new ModelId("models:/other/1"))).isEmpty();
        assertThat(parentsOf(new ModelId("models:/third/1"))).hasSize(1);
        assertThat(report.notes()).singleElement().asString().contains("models:/other/1", "close a cycle");
    }

    @Test
    void aFollowerGoesOnThoughANewEdgeContradictsAnOldOne(@TempDir java.nio.file.Path folder) throws IOException {
        stores.facts()
                .write(Facts.derivations(List.of(
                        new Derivation(new ModelId("models:/other/1"), MIX, Relation.UNKNOWN, null, "known already"))));
        mlflow.versions(
                version("mix", "1", tags("base_model", "models:/other/1")),
                version("third", "1", tags("base_model", "fir/a")));
        MlflowWatch watch = new MlflowWatch(
                mlflow.registry(),
                MetricKeys.DEFAULT,
                new CursorFiles(folder),
                Duration.ofSeconds(1),
                mlflow.time(),
                mlflow.time());
        Importer importer = new Importer(
                stores.facts(), stores.lineage(), stores.scores(), stores.recipes(), java.time.InstantSource.system());

        ImportReport report = watch.poll(source -> importer.run(source, ImportOptions.DEFAULT, Progress.NONE), false);

        assertThat(report.notes()).singleElement().asString().contains("models:/mix/1", "close a cycle");
        assertThat(parentsOf(MIX)).isEmpty();
        assertThat(parentsOf(new ModelId("models:/third/1"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata: {base_model: acme/base} | acme/base | unknown",
                "metadata: {lineage.parents: 'hf:acme/a,hf:acme/b'} | acme/a acme/b | merge",
                "flavors: {transformers: {source_model_name: acme/base, task: text-generation}} | acme/base | unknown",
                "flavors: {transformers: {source_model_name: acme/base, peft_adaptor: peft}} | acme/base | adapter",
                "{flavors: {transformers: {source_model_name: a/no}}, metadata: {base_model: acme/base}} | acme/base | unknown",
            })
    void whatLiesWithTheWeightsNamesParentsWhereNothingElseDoes(String file, String parents, String relation) {
        mlflow.versions(version("mix", "1", ""), version("tagged", "1", tags("base_model", "fir/a")));
        mlflow.server().on("/model-versions/get-artifact", exchange -> {
            assertThat(exchange.getRequestURI().getQuery()).isEqualTo("name=mix&version=1&path=MLmodel");
            answer(exchange, 200, file);
        });

        ImportReport report = run(ImportOptions.DEFAULT);

        assertThat(report.notes()).isEmpty();
        assertThat(parentsOf(MIX))
                .extracting(edge -> edge.parent().value())
                .containsExactlyInAnyOrder(parents.split(" "));
        assertThat(parentsOf(MIX)).allSatisfy(edge -> {
            assertThat(edge.relation().code()).isEqualTo(relation);
            assertThat(edge.evidence()).contains("MLmodel");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"404 | no", "200 | a: [", "200 | ''", "500 | no"})
    void filesThatCannotBeReadCostNothingButANote(int status, String file) {
        mlflow.versions(
                version("mix", "1", ""), version("other", "1", ""), version("third", "1", tags("base_model", "fir/a")));
        AtomicInteger asked = new AtomicInteger();
        mlflow.server().on("/model-versions/get-artifact", exchange -> {
            asked.incrementAndGet();
            answer(exchange, status, file);
        });

        ImportReport report = run(ImportOptions.DEFAULT);

        assertThat(report.rejectedRows()).isZero();
        assertThat(parentsOf(new ModelId("models:/third/1"))).hasSize(1);
        assertThat(report.notes()).hasSize(status == 404 || file.isEmpty() ? 0 : status == 500 ? 1 : 2);
        assertThat(asked.get())
                .as("a server without files is not asked for each of them")
                .isEqualTo(2);
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status, String text)
            throws IOException {
        byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void runsThatEvaluatedAModelAreReadWithoutAVersion() {
        mlflow.experiment(
                "7",
                "{\"info\":{\"run_id\":\"r1\",\"status\":\"FINISHED\"},\"data\":{\"metrics\":[{\"key\":\"mmlu/acc\","
                        + "\"value\":0.5}],\"params\":[{\"key\":\"model\",\"value\":\"https://hf.co/fir/a/tree/ab12\"},"
                        + "{\"key\":\"num_fewshot\",\"value\":\"5\"}]}}",
                "{\"info\":{\"run_id\":\"r2\",\"status\":\"FINISHED\"},\"data\":{}}");

        ImportReport report = new Importer(
                        stores.facts(),
                        stores.lineage(),
                        stores.scores(),
                        stores.recipes(),
                        java.time.InstantSource.system())
                .run(
                        MlflowRuns.of(mlflow.registry(), MetricKeys.DEFAULT, "nightly evals", "model"),
                        ImportOptions.DEFAULT,
                        Progress.NONE);

        assertThat(stores.scores().of(List.of(new ModelId("fir/a"))))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.benchmark().value()).isEqualTo("mmlu (acc, 5-shot)");
                    assertThat(score.source()).endsWith("run r1, metric mmlu/acc, model at ab12");
                });
        assertThat(report.notes()).singleElement().asString().contains("1 of 2 runs");
    }

    @ParameterizedTest
    @CsvSource({
        "arc_easy/acc_norm_none, '', arc_easy (acc_norm)",
        "gsm8k/exact_match_strict-match, '', 'gsm8k (exact_match,strict-match)'",
        "gsm8k/exact_match_flexible-extract, 5, 'gsm8k (exact_match,flexible-extract, 5-shot)'",
        "eval/mmlu/acc, 0, 'mmlu (acc, 0-shot)'",
        "eval/mmlu/stem/acc, '', mmlu_stem (acc)",
        "mmlu/acc/none, 5, 'mmlu (acc, 5-shot)'",
        "mmlu/acc_norm, many, mmlu (acc_norm)",
    })
    void keysSayMetricFilterAndSubtaskAndParametersTheShots(String key, String shots, String benchmark) {
        assertThat(MetricKeys.DEFAULT.read(key, Map.of("num_fewshot", shots)))
                .map(score -> score.benchmark().value())
                .contains(benchmark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/acc",
                "holdout/f1",
                "epoch_1/acc",
                "fold1/f1",
                "class_0/f1",
                "eval/fold-2/f1",
                "3/f1",
                "macro avg/f1",
                "mmlu/acc_stderr_none",
                "gsm8k/exact_match_stderr_strict-match",
            })
    void partsOfATrainingAreNoBenchmarks(String key) {
        assertThat(MetricKeys.DEFAULT.read(key, Map.of())).isEmpty();
    }
}
