package org.eyrie.sources.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.StoppedTime;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that answers as the registry's OpenAPI description says. */
@Timeout(60)
class KubeflowImportTest {

    private static final String API = "/api/model_registry/v1alpha3/";

    private final LocalServer server = new LocalServer();
    private final StoppedTime time = new StoppedTime();
    private final Database database = new Database();

    KubeflowImportTest() throws IOException {
        pages("registered_models", model("1", "owl", "\"license\":\"mit\""), model("2", "bat", ""));
        pages(
                "registered_models/1/versions",
                version("11", "v1", "{}"),
                version(
                        "12",
                        "v2",
                        "{\"lineage.parents\":{\"metadataType\":\"MetadataStringValue\",\"string_value\":"
                                + "\"owl/v1, hf:lab/bird@ab12\"},\"eval/pond/acc\":{\"metadataType\":"
                                + "\"MetadataDoubleValue\",\"double_value\":0.75},\"eval/lake/acc\":{\"metadataType\":"
                                + "\"MetadataIntValue\",\"int_value\":\"61\"},\"blob\":{\"metadataType\":"
                                + "\"MetadataStructValue\",\"struct_value\":\"e30=\"}}"));
        pages("registered_models/2/versions", version("21", "1.0", "{}"));
        pages("model_versions/11/artifacts");
        pages(
                "model_versions/12/artifacts",
                "{\"artifactType\":\"metric\",\"id\":\"7\",\"name\":\"eval/sea/f1\",\"value\":0.2,\"timestamp\":"
                        + "\"1740000000000\"}",
                "{\"artifactType\":\"metric\",\"id\":\"8\",\"name\":\"eval/sea/f1\",\"value\":0.3,\"timestamp\":"
                        + "\"1750000000000\"}",
                "{\"artifactType\":\"metric\",\"id\":\"9\",\"name\":\"train_loss\",\"value\":1.3}",
                "{\"artifactType\":\"doc-artifact\",\"id\":\"10\",\"uri\":\"s3://x\"}");
        pages(
                "model_versions/21/artifacts",
                "{\"artifactType\":\"model-artifact\",\"id\":\"5\",\"modelSourceKind\":\"catalog\",\"modelSourceName\":"
                        + "\"lab/bat-base:2.1.2\",\"uri\":\"oci://registry/bat\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void versionsComeWithParentsAndScoresPageByPage() {
        ImportReport report = load(Map.of());

        assertThat(database.edges())
                .extracting(edge -> edge.child() + " " + edge.relation().code() + " " + edge.parent())
                .containsExactlyInAnyOrder(
                        "kubeflow:/owl/v2 merge kubeflow:/owl/v1",
                        "kubeflow:/owl/v2 merge lab/bird",
                        "kubeflow:/bat/1.0 unknown lab/bat-base");
        assertThat(database.edges())
                .extracting(edge -> edge.evidence())
                .as("the revision that a parent is named with")
                .anySatisfy(evidence -> assertThat(evidence).endsWith("property lineage.parents at ab12"));
        assertThat(database.scores())
                .extracting(score -> score.model() + " " + score.benchmark() + " " + score.score())
                .containsExactlyInAnyOrder(
                        "kubeflow:/owl/v2 pond (acc) 0.75",
                        "kubeflow:/owl/v2 lake (acc) 0.61",
                        "kubeflow:/owl/v2 sea (f1) 0.3");
        Model owl =
                database.stores.lineage().find(new ModelId("kubeflow:/owl/v1")).orElseThrow();
        assertThat(owl.traits().license()).isEqualTo("mit");
        assertThat(owl.traits().uploaded()).hasToString("2024-07-03");
        assertThat(report.rejected()).isEmpty();
        assertThat(report.ignored()).containsEntry("metric train_loss", 1L);
        assertThat(server.seen())
                .extracting(seen -> seen.target())
                .contains(API + "registered_models?pageSize=100&nextPageToken=1");
        long version = database.stores.facts().version();
        load(Map.of());
        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    @Test
    void theTokenIsSent() {
        load(Map.of(KubeflowConnection.TOKEN, "hidden"));

        assertThat(server.seen()).allSatisfy(seen -> assertThat(seen.headers().getFirst("Authorization"))
                .isEqualTo("Bearer hidden"));
    }

    @Test
    void aRefusalSaysWhatToDo() {
        server.on(
                API + "registered_models",
                exchange -> LocalServer.send(exchange, 401, "{\"code\":\"401\",\"message\":\"no token\"}"));

        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("\"no token\"")
                .hasMessageContaining("MODEL_REGISTRY_TOKEN");
    }

    @Test
    void aDamagedModelCostsNoOther() {
        server.onJson(API + "registered_models/1/versions", "{\"items\":[{\"id\":\"11\"}],\"nextPageToken\":\"\"}");

        ImportReport report = load(Map.of());

        assertThat(report.rejected()).singleElement().asString().contains("\"name\" is missing");
        assertThat(database.models()).contains(new ModelId("kubeflow:/bat/1.0"));
    }

    @Test
    void pagesWithoutEndAreNoticed() {
        server.onJson(API + "registered_models", "{\"items\":[],\"nextPageToken\":\"again\"}");

        assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("The pages never end");
    }

    private ImportReport load(Map<String, String> environment) {
        KubeflowRegistry registry = KubeflowConnection.of(server.uri("/"), environment)
                .open(new ClientSettings(HttpLimits.DEFAULT.withAttempts(2), time, time, new Random(1)));
        return database.load(
                KubeflowImport.of(registry, MetricKeys.DEFAULT, KnownScales.shipped()),
                ImportOptions.DEFAULT.withSkipBadRows(true));
    }

    /** A list of which each page holds one item. */
    private void pages(String endpoint, String... items) {
        server.on(API + endpoint, exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int at = query.contains("nextPageToken=")
                    ? Integer.parseInt(query.substring(query.indexOf("nextPageToken=") + "nextPageToken=".length()))
                    : 0;
            String next = at + 1 < items.length ? String.valueOf(at + 1) : "";
            LocalServer.send(
                    exchange,
                    200,
                    "{\"items\":[" + (at < items.length ? items[at] : "") + "],\"nextPageToken\":\"" + next
                            + "\",\"pageSize\":1,\"size\":" + items.length + "}");
        });
    }

    private static String model(String id, String name, String more) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"state\":\"LIVE\",\"customProperties\":{}"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String version(String id, String name, String properties) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"registeredModelId\":\"1\",\"createTimeSinceEpoch\":"
                + "\"1720000000000\",\"customProperties\":" + properties + "}";
    }
}
