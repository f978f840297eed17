package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.mlflow.FakeMlflow.API;
import static org.eyrie.sources.mlflow.FakeMlflow.tags;
import static org.eyrie.sources.mlflow.FakeMlflow.version;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.Relation;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.ImportMonitor;
import org.eyrie.sources.ImportOptions;
import org.eyrie.sources.ImportReport;
import org.eyrie.sources.Importer;
import org.eyrie.sources.Source;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MlflowImportTest {

    private static final ModelId MIX = new ModelId("models:/mix/1");

    private final MemoryStores stores = new MemoryStores();
    private final FakeMlflow mlflow;

    MlflowImportTest() throws IOException {
        mlflow = new FakeMlflow();
    }

    @AfterEach
    void stop() {
        mlflow.close();
    }

    @Test
    void parentsComeFromTheTagWithTheirWeights() {
        mlflow.versions(version(
                "mix",
                "1",
                tags(
                        "lineage.parents",
                        "[{\"id\":\"hf:org/a@abc\",\"weight\":0.75},{\"id\":\"models:/base/2\",\"weight\":0.25}]")));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX))
                .extracting(Derivation::parent, Derivation::weight, Derivation::relation)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(new ModelId("org/a"), 0.75, Relation.MERGE),
                        org.assertj.core.groups.Tuple.tuple(new ModelId("models:/base/2"), 0.25, Relation.MERGE));
        assertThat(parentsOf(MIX).get(0).evidence())
                .startsWith("MLflow http://127.0.0.1:")
                .endsWith("models:/mix/1, tag lineage.parents");
    }

    @Test
    void anAliasStandsForTheVersionItNames() {
        mlflow.models("{\"name\":\"base\",\"aliases\":[{\"alias\":\"champion\",\"version\":\"7\"}]}")
                .versions(version("mix", "1", tags("lineage.parents", "models:/base@champion, hf:org/a")));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX))
                .extracting(edge -> edge.parent().value())
                .containsExactlyInAnyOrder("models:/base/7", "org/a");
    }

    @Test
    void scoresComeFromTheRunAndOtherMetricsAreCounted() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r1\""))
                .run(
                        "FINISHED",
                        "{\"key\":\"eval/gsm8k/exact_match\",\"value\":0.41,\"timestamp\":1795335489699,\"step\":0},"
                                + "{\"key\":\"eval/gsm8k/exact_match_stderr\",\"value\":0.01,\"timestamp\":1},"
                                + "{\"key\":\"arc/acc_norm\",\"timestamp\":1795335489699},"
                                + "{\"key\":\"val/acc\",\"value\":0.9},{\"key\":\"loss\",\"value\":3.2}",
                        "{\"key\":\"base_model\",\"value\":\"org/base\"}");

        ImportReport report = run(ImportOptions.DEFAULT);

        Map<String, Evaluation> scores = new java.util.TreeMap<>();
        stores.scores()
                .of(List.of(MIX))
                .forEach(each -> scores.put(each.benchmark().value(), each));
        assertThat(scores.keySet()).containsExactly("arc (acc_norm)", "gsm8k (exact_match)");
        assertThat(one(scores, "arc (acc_norm)").score())
                .as("an omitted value is zero")
                .isZero();
        Evaluation gsm8k = one(scores, "gsm8k (exact_match)");
        assertThat(gsm8k.score()).isEqualTo(0.41);
        assertThat(gsm8k.stderr()).isEqualTo(0.01);
        assertThat(gsm8k.source()).endsWith("run r1, metric eval/gsm8k/exact_match");
        assertThat(gsm8k.measuredAt()).hasToString("2026-11-22T08:18:09.699Z");
        assertThat(report.ignored()).containsKeys("metric loss", "metric val/acc");
        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("org/base");
    }

    @Test
    void importingTwiceChangesNothing() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r1\"," + tags("base_model", "org/base")))
                .run("FINISHED", "{\"key\":\"eval/x/acc\",\"value\":0.5,\"timestamp\":5}", "");
        run(ImportOptions.DEFAULT);
        long version = stores.facts().version();

        ImportReport again = run(ImportOptions.DEFAULT);

        assertThat(stores.facts().version()).isEqualTo(version);
        assertThat(again.written().models().created()).isZero();
        assertThat(mlflow.server().seen().stream().filter(seen -> seen.target().contains("runs/get")))
                .as("asked once an import, though each reads twice")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"hf:a/b\"", // truncated
                "[7]", // wrong type
                "[{\"weight\":0.5}]", // no id
                "[{\"id\":\"hf:a/b\",\"weight\":\"NaN\"}]",
                "[{\"id\":\"hf:a/b\",\"weight\":-1}]",
                "[{\"id\":\"hf:a/b\",\"weight\":0.5},{\"id\":\"hf:a/b\",\"weight\":0.6}]", // contradictory
                "models:/mix/1", // itself
                "models:/base@nobody",
                ",",
            })
    void aBadTagIsRejectedAndTheRestOfTheRegistryStands(String tag) {
        mlflow.versions(version("mix", "1", tags("lineage.parents", tag)), version("good", "1", ""));

        ImportReport report = run(ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejectedRows()).isPositive();
        assertThat(report.rejected().get(0).where()).contains("models:/mix/1");
        assertThat(stores.lineage().find(new ModelId("models:/good/1"))).isPresent();
        assertThatThrownBy(() -> run(ImportOptions.DEFAULT)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFolderIsKeptAsAParentThatNobodyTakesForAPublishedOne() {
        mlflow.versions(version("mix", "1", tags("base_model", "/home/me/model")));

        assertThat(run(ImportOptions.DEFAULT).notes()).hasSize(1);
        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("local:model");
    }

    @Test
    void aParentNamedTwiceIsOneEdge() {
        mlflow.versions(version("mix", "1", tags("lineage.parents", "hf:a/b,hf:a/b")));

        assertThat(run(ImportOptions.DEFAULT).rejectedRows()).isZero();
        assertThat(parentsOf(MIX)).hasSize(1);
    }

    @Test
    void theTagOfTheVersionCountsBeforeTheRunAndTheDifferenceIsNoted() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r\"," + tags("lineage.parents", "hf:org/a")))
                .run("FINISHED", "", "{\"key\":\"base_model\",\"value\":\"org/other\"}");

        ImportReport report = run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("org/a");
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("other parents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "-0.5", "41.0"})
    void aScoreOutsideOfItsRangeIsRejected(String value) {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r\""))
                .run("FINISHED", "{\"key\":\"eval/x/acc\",\"value\":" + value + "}", "");

        ImportReport report = run(ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().get(0).reason()).contains("must be between 0 and 1");
        assertThat(stores.scores().of(List.of(MIX))).isEmpty();
    }

    @Test
    void aCycleIsRefusedWithItsModels() {
        mlflow.versions(
                version("a", "1", tags("lineage.parents", "models:/b/1")),
                version("b", "1", tags("lineage.parents", "models:/a/1")));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .isInstanceOf(LineageCycleException.class)
                .hasMessageContaining("models:/a/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model_versions\":[",
                "[]",
                "<html>",
                "{\"model_versions\":{}}",
                "{\"model_versions\":[],\"next_page_token\":7}"
            })
    void anAnswerThatIsNotMlflowsIsRefusedWhole(String answer) {
        mlflow.server().onJson(API + "model-versions/search", answer);

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT.withSkipBadRows(true)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void pagesThatRepeatThemselvesEnd() {
        mlflow.server().onJson(API + "model-versions/search", "{\"next_page_token\":\"again\"}");

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("never end");
    }

    @Test
    void aRunThatIsGoneIsNoted() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"gone\""));

        assertThat(run(ImportOptions.DEFAULT).notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("run gone is gone or hidden"));
    }

    @Test
    void aServerThatKnowsUsNotIsNamedWithTheVariablesToSet() {
        mlflow.server().on(API + "model-versions/search", exchange -> LocalServer.send(exchange, 401, "secret stuff"));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("MLFLOW_TRACKING_USERNAME")
                .hasMessageNotContaining("secret stuff");
    }

    @Test
    void mlflowsOwnWordsAreRepeated() {
        mlflow.server()
                .on(
                        API + "model-versions/search",
                        exchange -> LocalServer.send(
                                exchange, 400, "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"no such\"}"));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .hasMessageContaining("INVALID_PARAMETER_VALUE \"no such\"");
    }

    @Test
    void credentialsAreSentAsMlflowWantsThem() throws IOException {
        mlflow.versions();
        var basic = MlflowConnection.of(
                mlflow.server().uri("/"),
                Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "hunter2"));
        assertThat(basic.toString()).doesNotContain("hunter2");
        run(mlflow.registry(basic.credentials()), ImportOptions.DEFAULT);
        run(mlflow.registry(new Credentials.Bearer(Secret.of("token"))), ImportOptions.DEFAULT);

        assertThat(mlflow.server().seen())
                .extracting(seen -> seen.headers().getFirst("Authorization"))
                .containsExactly("Basic bWU6aHVudGVyMg==", "Bearer token");
    }

    @Test
    void keysMayBeNamedOtherwise() {
        MetricKeys keys = MetricKeys.matching("bench\\.(?<benchmark>.+)");

        assertThat(keys.read("bench.gsm8k").map(MetricKeys.Score::benchmark)).contains(new BenchmarkId("gsm8k"));
        assertThat(keys.read("eval/gsm8k/acc")).isEmpty();
        assertThatThrownBy(() -> MetricKeys.matching("(")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MetricKeys.matching("bench.*")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Evaluation one(Map<String, Evaluation> scores, String benchmark) {
        return java.util.Objects.requireNonNull(scores.get(benchmark), benchmark);
    }

    private List<Derivation> parentsOf(ModelId model) {
        return stores.lineage().ancestry(model, 1);
    }

    private ImportReport run(ImportOptions options) {
        return run(mlflow.registry(), options);
    }

    private ImportReport run(MlflowRegistry registry, ImportOptions options) {
        Source source = MlflowImport.of(registry, MetricKeys.DEFAULT);
        return new Importer(stores.facts(), stores.lineage(), stores.scores(), InstantSource.system())
                .run(source, options, ImportMonitor.NONE);
    }
}
