package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.http.LocalServer.status;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.Database;
import org.eyrie.sources.ImportReport;
import org.eyrie.sources.http.HttpSettings;
import org.eyrie.sources.http.LocalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a local server that answers as the documentation says, and some ways in which servers do not. */
class MlflowSourceTest {

    private static final String API = "/api/2.0/mlflow/";
    private static final String MODELS = API + "registered-models/search";
    private static final String VERSIONS = API + "model-versions/search";

    private final Database database = new Database();
    private final LocalServer server;

    MlflowSourceTest() throws IOException {
        server = new LocalServer();
        server.on(
                MODELS + "?max_results=200",
                status(200, "{\"registered_models\":[{\"name\":\"mix\"}]," + "\"next_page_token\":\"p2\"}"));
        server.on(
                MODELS + "?max_results=200&page_token=p2",
                status(200, "{\"registered_models\":[{\"name\":\"it's\"}]}"));
        versions(
                "%27mix%27",
                "[{\"key\":\"lineage.parents\",\"value\":\"[{\\\"id\\\":\\\"models:/a/1\\\","
                        + "\\\"weight\\\":0.25},{\\\"id\\\":\\\"hf:acme/b@abc\\\",\\\"weight\\\":0.75}]\"},"
                        + "{\"key\":\"lineage.relation\",\"value\":\"merge\"}]");
        server.on(VERSIONS + "?filter=name%3D%22it%27s%22&max_results=200", status(200, "{}"));
        server.on(API + "runs/get?run_id=r1", status(200, """
                {"run":{"info":{"run_id":"r1"},"data":{
                  "metrics":[{"key":"eval/gsm8k/exact_match","value":0.41,"timestamp":1735787045000,"step":0},
                             {"key":"gsm8k/exact_match,strict-match","value":0.4,"timestamp":1735787045000},
                             {"key":"gsm8k/exact_match_stderr","value":0.01},
                             {"key":"loss","value":2.5},{"key":"wiki/perplexity","value":12.5},
                             {"key":"eval/arc/acc","value":NaN}],
                  "params":[{"key":"base_model","value":"acme/ignored"}],
                  "tags":[{"key":"mlflow.parentRunId","value":"r0"}]}}}
                """));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aVersionTakesItsMetricsFromItsRunAndItsLineageFromItsTags() {
        ImportReport report = load();

        assertThat(edges()).containsExactly("models:/mix/3 merge acme/b 0.75", "models:/mix/3 merge models:/a/1 0.25");
        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score())
                .containsExactly("gsm8k (exact_match) 0.41", "gsm8k (exact_match,strict-match) 0.4");
        assertThat(report.ignored()).containsOnlyKeys("loss", "gsm8k/exact_match_stderr");
        assertThat(report.notes())
                .extracting(note -> note.reason())
                .containsExactly(
                        "wiki/perplexity = 12.5 was left out: it is no share of successes",
                        "eval/arc/acc = NaN was left out: it is no share of successes");
        assertThat(load().written().evaluations().unchanged()).isEqualTo(2);
    }

    @Test
    void theLoggedModelOfAVersionGoesBeforeItsRun() {
        server.on(
                VERSIONS + "?filter=name%3D%27mix%27&max_results=200",
                status(
                        200,
                        "{\"model_versions\":[{\"name\":\"mix\",\"version\":\"3\",\"source\":\"models:/m-77\",\"run_id\":\"r1\"}]}"));
        server.on(
                API + "logged-models/m-77",
                status(
                        200,
                        "{\"model\":{\"info\":{\"model_id\":\"m-77\",\"tags\":[]},\"data\":{\"params\":[],"
                                + "\"metrics\":[{\"key\":\"eval/gsm8k/exact_match\",\"value\":0.9}]}}}"));
        load();

        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lineage.parents | models:/a/1, hf:acme/b@x | models:/mix/3 unknown acme/b null, models:/mix/3 unknown models:/a/1 null",
                "base_model | acme/base | models:/mix/3 finetune acme/base null",
                "hf.base_model | hf:acme/base | models:/mix/3 finetune acme/base null",
            })
    void otherWaysToSayWhereAModelComesFromAreRead(String key, String value, String expected) {
        versions("%27mix%27", "[{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}]");
        load();

        assertThat(String.join(", ", edges())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\\\"id\\\": | lineage.parents is no list",
                "[{\\\"weight\\\":1}] | an id is missing",
                "[{\\\"id\\\":\\\"a\\\",\\\"weight\\\":\\\"x\\\"}] | a weight is no number",
                "[{\\\"id\\\":\\\"a\\\",\\\"weight\\\":7}] | A weight must be between 0 and 1",
                "models:/mix/3 | its own parent",
                "[7] | must hold objects or names",
            })
    void badTagsAreRefusedByVersion(String value, String reason) {
        versions("%27mix%27", "[{\"key\":\"lineage.parents\",\"value\":\"" + value + "\"}]");

        assertThatThrownBy(this::load)
                .hasMessageContaining("MLflow models:/mix/3")
                .hasMessageContaining(reason);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aCycleThroughTheRegistryIsRefused() {
        load();
        versions("%27mix%27", "[]");
        server.on(MODELS + "?max_results=200", status(200, "{\"registered_models\":[{\"name\":\"a\"}]}"));
        server.on(
                VERSIONS + "?filter=name%3D%27a%27&max_results=200",
                status(
                        200,
                        "{\"model_versions\":[{\"name\":\"a\",\"version\":\"1\",\"tags\":[{\"key\":\"lineage.parents\","
                                + "\"value\":\"models:/mix/3\"}]}]}"));

        assertThatThrownBy(this::load).isInstanceOf(LineageCycleException.class);
    }

    @Test
    void onlyWhatChangedSinceTheCursorIsReadAgain() {
        MlflowSource first = source(0);
        database.load(first);

        assertThat(first.cursor()).isEqualTo(1735787045123L);
        assertThat(database.load(source(first.cursor())).written().models().unchanged())
                .isZero();
        assertThat(database.load(source(first.cursor() - 1)).written().models().unchanged())
                .isEqualTo(1);
    }

    @Test
    void aServerThatRefusesOrLiesEndsTheImportWithAdvice() {
        server.on(MODELS + "?max_results=200", status(401, "no"));
        assertThatThrownBy(this::load)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("MLFLOW_TRACKING_TOKEN");
        server.on(MODELS + "?max_results=200", status(200, "<html>"));
        assertThatThrownBy(this::load).hasMessageContaining("does not answer as MLflow does");
        server.on(MODELS + "?max_results=200", status(200, "{\"next_page_token\":\"x\"}"));
        server.on(MODELS + "?max_results=200&page_token=x", status(200, "{\"next_page_token\":\"x\"}"));
        assertThatThrownBy(this::load).hasMessageContaining("in a circle");
    }

    private void versions(String name, String tags) {
        server.on(
                VERSIONS + "?filter=name%3D" + name + "&max_results=200",
                status(
                        200,
                        "{\"model_versions\":[{\"name\":\"mix\",\"version\":\"3\",\"run_id\":\"r1\",\"source\":\"s3://x\","
                                + "\"last_updated_timestamp\":1735787045123,\"tags\":" + tags + "}]}"));
    }

    private MlflowSource source(long since) {
        return new MlflowSource(server.client(HttpSettings.DEFAULT), MetricKeys.DEFAULT, since);
    }

    private ImportReport load() {
        return database.load(source(0));
    }

    private List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.child() + " " + edge.relation().code() + " " + edge.parent() + " " + edge.weight())
                .toList();
    }
}
