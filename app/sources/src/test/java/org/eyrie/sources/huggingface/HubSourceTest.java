package org.eyrie.sources.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.http.LocalServer.inTurn;
import static org.eyrie.sources.http.LocalServer.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.ImportReport;
import org.eyrie.sources.http.HttpSettings;
import org.eyrie.sources.http.LocalServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a local server that behaves as the Hub's documentation says, and against some that do not. */
class HubSourceTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private final Database database = new Database();
    private final LocalServer hub;

    HubSourceTest() throws IOException {
        hub = new LocalServer();
        model("acme/mix", """
                {"id": "acme/mix", "sha": "SHA", "createdAt": "2024-05-06T07:08:09.000Z",
                 "safetensors": {"parameters": {"BF16": 7241732096}, "total": 7241732096},
                 "config": {"architectures": ["MistralForCausalLM"], "model_type": "mistral"},
                 "baseModels": {"relation": "merge", "models": [{"id": "acme/a"}, {"id": "acme/old-b"}, {"id": "gated/c"}]},
                 "cardData": {"license": "mit", "model-index": [{"name": "mix", "results": [
                     {"task": {"type": "text-generation"}, "dataset": {"name": "GSM8k", "type": "gsm8k"},
                      "metrics": [{"type": "acc", "value": 41.5}]}]}]},
                 "evalResults": [{"dataset": {"id": "cais/hle", "task_id": "hle"}, "value": 20.9,
                                  "source": {"url": "https://example.org"}}]}
                """);
        hub.on("/acme/mix/resolve/" + SHA + "/mergekit_config.yml", status(200, """
                        merge_method: linear
                        models:
                          - {model: acme/a, parameters: {weight: 1}}
                          - {model: acme/old-b, parameters: {weight: 3}}
                        """));
        model(
                "acme/a",
                "{\"id\": \"acme/a\", \"sha\": \"SHA\", \"tags\": [\"base_model:acme/root\","
                        + " \"base_model:finetune:acme/root\"]}");
        hub.on("/api/models/acme/old-b", status(307, "", "Location", "/api/models/acme/new-b"));
        model("acme/new-b", "{\"id\": \"acme/new-b\", \"sha\": \"SHA\"}");
        hub.on("/api/models/gated/c", status(401, "{\"error\": \"Invalid username or password.\"}"));
        model("acme/root", "{\"id\": \"acme/root\", \"sha\": \"SHA\"}");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void parentsAreFoundUpwardsWithTheirWeightsAndARenamedOneStandsUnderItsNewName() {
        ImportReport report = load(2, 0);

        assertThat(edges())
                .containsExactly(
                        "acme/a finetune acme/root null",
                        "acme/mix merge acme/a 0.25",
                        "acme/mix merge acme/new-b 0.75",
                        "acme/mix merge gated/c null");
        assertThat(database.stores.recipes().recipe(new ModelId("acme/mix"))).isPresent();
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("gated/c"))
                        .orElseThrow()
                        .traits())
                .isEqualTo(Traits.UNKNOWN);
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("acme/mix"))
                        .orElseThrow()
                        .traits())
                .isEqualTo(new Traits(
                        "MistralForCausalLM", 7.241732096, null, null, null, null, LocalDate.of(2024, 5, 6), "mit"));
        assertThat(report.notes())
                .extracting(note -> note.toString())
                .contains(
                        "Hugging Face acme/old-b: It is called acme/new-b now",
                        "Hugging Face gated/c: It cannot be read: it is gone, or needs HF_TOKEN of an account that may");
    }

    @Test
    void reportedScoresComeAlong() {
        load(0, 0);

        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score())
                .containsExactly("GSM8k (acc) 0.415", "cais/hle/hle 0.209");
    }

    @Test
    void generationsBeyondTheLimitAreNamedButNotAsked() {
        load(1, 0);

        assertThat(database.models()).contains(new ModelId("acme/root"));
        assertThat(hub.asked).noneMatch(path -> path.startsWith("/api/models/acme/root"));
    }

    @Test
    void childrenAreListedPageByPage() {
        String first = "/api/models?filter=base_model%3Aacme%2Froot&limit=100";
        hub.on(
                first,
                status(
                        200,
                        "[{\"id\": \"acme/a\"}]",
                        "Link",
                        "<" + hub.address() + "/api/models?page=2>; rel=\"next\""));
        hub.on("/api/models?page=2", status(200, "[{\"id\": \"acme/z\"}, {\"nonsense\": 1}]"));
        model(
                "acme/z",
                "{\"id\": \"acme/z\", \"baseModels\": {\"relation\": \"quantized\","
                        + " \"models\": [{\"id\": \"acme/root\"}]}}");
        load("acme/root", 0, 1, null);

        assertThat(edges()).containsExactly("acme/a finetune acme/root null", "acme/z quantized acme/root null");
    }

    @Test
    void pagesInACircleOrOnAnotherHostEndTheImport() throws IOException {
        String first = "/api/models?filter=base_model%3Aacme%2Froot&limit=100";
        hub.on(first, status(200, "[]", "Link", "<" + hub.address() + first + ">; rel=\"next\""));
        assertThatThrownBy(() -> load("acme/root", 0, 1, null)).hasMessageContaining("in a circle");

        try (LocalServer elsewhere = new LocalServer()) {
            hub.on(first, status(200, "[]", "Link", "<" + elsewhere.address() + "/x>; rel=\"next\""));
            assertThatThrownBy(() -> load("acme/root", 0, 1, null)).hasMessageContaining("not followed");
            assertThat(elsewhere.asked).isEmpty();
        }
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aBusyHubIsWaitedForAndAskedOncePerModelOnly() {
        hub.on(
                "/api/models/acme/root",
                inTurn(
                        status(429, "", "RateLimit", "\"api\";r=0;t=30"),
                        status(200, "{\"id\": \"acme/root\", \"sha\": \"x\"}")));
        load("acme/root", 1, 0, null);

        assertThat(hub.waited()).isEqualTo(Duration.ofSeconds(30));
        assertThat(hub.asked).hasSize(2).allMatch(question -> question.endsWith("Bearer token"));
    }

    @Test
    void aHubThatSaysNonsenseEndsTheImport() {
        hub.on("/api/models/acme/root", status(200, "<html>Welcome</html>"));

        assertThatThrownBy(() -> load("acme/root", 1, 0, null))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("does not answer as documented");
        model(
                "acme/root",
                "{\"id\": \"acme/root\", \"baseModels\": {\"relation\": 7, \"models\": [{\"id\": 8},"
                        + " \"x\", {\"id\": \"\"}]}, \"tags\": [null, 3], \"cardData\": [], \"safetensors\": {\"total\": -1},"
                        + " \"evalResults\": [{\"value\": NaNs}]}".replace("NaNs", "\"NaN\""));
        assertThat(load("acme/root", 1, 0, null).notes()).hasSize(1);
        assertThat(edges()).isEmpty();
    }

    @Test
    void circlesOnTheHubAreWalkedOnceAndRefusedAtTheEnd() {
        model(
                "acme/root",
                "{\"id\": \"acme/root\", \"baseModels\": {\"relation\": \"merge\", \"models\":"
                        + " [{\"id\": \"acme/a\"}]}}");

        assertThatThrownBy(() -> load(9, 0)).isInstanceOf(LineageCycleException.class);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aModelThatListsItselfIsNotedAndTheRestIsImported() {
        model("acme/root", "{\"id\": \"acme/root\", \"tags\": [\"base_model:acme/root\", \"base_model:acme/b\"]}");
        ImportReport report = load("acme/root", 0, 0, null);

        assertThat(edges()).containsExactly("acme/root unknown acme/b null");
        assertThat(report.notes()).singleElement().asString().contains("its own parent");
    }

    @Test
    void namesFromTheDataNeverLeadOutOfTheApi() {
        model(
                "acme/root",
                "{\"id\": \"acme/root\", \"tags\": [\"base_model:../../admin\","
                        + " \"base_model:a/b?x=1\", \"base_model:http://other/x\"]}");
        load("acme/root", 3, 0, null);

        assertThat(hub.asked).allMatch(path -> path.contains("/acme/root"));
        assertThat(edges()).hasSize(3);
    }

    @Test
    void recipesAreKeptByRevision(@TempDir Path cache) {
        load("acme/mix", 0, 0, cache);
        load("acme/mix", 0, 0, cache);

        assertThat(hub.asked.stream().filter(path -> path.contains("mergekit_config")))
                .hasSize(1);
    }

    private void model(String id, String json) {
        hub.on("/api/models/" + id, status(200, json.replace("\"SHA\"", "\"" + SHA + "\"")));
    }

    private ImportReport load(int up, int down) {
        return load("acme/mix", up, down, null);
    }

    private ImportReport load(String root, int up, int down, @Nullable Path cache) {
        return database.load(new HubSource(
                hub.client(HttpSettings.DEFAULT.withHeader("Authorization", "Bearer token")),
                List.of(new ModelId(root)),
                up,
                down,
                100,
                cache));
    }

    private List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.child() + " " + edge.relation().code() + " " + edge.parent() + " " + edge.weight())
                .toList();
    }
}
