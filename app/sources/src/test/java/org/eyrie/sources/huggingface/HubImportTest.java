package org.eyrie.sources.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.Database;
import org.eyrie.sources.ImportOptions;
import org.eyrie.sources.ImportReport;
import org.eyrie.sources.http.LocalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HubImportTest {

    private static final String LINEAR = """
            merge_method: linear
            models:
              - model: o/a
                parameters: {weight: 1}
              - model: o/b
                parameters: {weight: 3}
            """;

    private final FakeHub hub;
    private final Database database = new Database();

    HubImportTest(@TempDir Path cache) throws IOException {
        hub = new FakeHub(cache);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void ancestorsAreFoundUpToTheirFounder() {
        hub.model("o/child", "finetune", "o/mid")
                .model("o/mid", "quantized", "o/root")
                .root("o/root");

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> o/mid", "o/mid -quantized-> o/root");
        assertThat(report.notes()).isEmpty();
        assertThat(database.edges().get(0).evidence())
                .isEqualTo(hub.server.uri("/o/child") + "@" + FakeHub.sha("o/child") + " baseModels");
    }

    @Test
    void theDepthIsBoundedAndWhatLiesBeyondIsAStub() {
        hub.model("o/child", "finetune", "o/mid")
                .model("o/mid", "finetune", "o/root")
                .root("o/root");

        load(new HubOptions(1, 0, 100), "o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> o/mid", "o/mid -finetune-> o/root");
        assertThat(asked("/api/models/o/root")).isZero();
    }

    @Test
    void theNumberOfModelsIsBoundedAndThatIsSaid() {
        hub.model("o/child", "merge", "o/a", "o/b", "o/c")
                .root("o/a")
                .root("o/b")
                .root("o/c");

        ImportReport report = load(new HubOptions(5, 0, 2), "o/child");

        assertThat(hub.server.seen()).hasSizeLessThan(5);
        assertThat(database.models()).as("no edge is lost").hasSize(4);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("ended after 2 models"));
    }

    @Test
    void descendantsAreFoundPageByPage() {
        hub.root("o/root")
                .children("filter=base_model:o/root&limit=100", "/api/models?cursor=2", "o/x", "o/y")
                .children("cursor=2", "", "o/z")
                .model("o/x", "finetune", "o/root")
                .model("o/y", "adapter", "o/root")
                .model("o/z", "merge", "o/root", "o/other")
                .root("o/other");

        load(new HubOptions(0, 1, 1_000), "o/root");

        assertThat(edges())
                .containsExactly(
                        "o/x -finetune-> o/root",
                        "o/y -adapter-> o/root",
                        "o/z -merge-> o/other",
                        "o/z -merge-> o/root");
        assertThat(asked("/api/models/o/other"))
                .as("a child's other parents are stubs")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aModelThatWeMayNotSeeIsAStubAndNoEdgeIsLost(int status) {
        hub.model("o/child", "finetune", "o/gated").status("o/gated", status);

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> o/gated");
        assertThat(database.stores.lineage().find(new ModelId("o/gated"))).contains(Model.stub(new ModelId("o/gated")));
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("It is a stub"));
    }

    @Test
    void aRenamedParentCountsUnderItsNewName() {
        hub.model("o/child", "\"cardData\":{\"base_model\":\"old/name\",\"base_model_relation\":\"finetune\"}")
                .renamed("old/name", "new/name")
                .root("new/name");

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> new/name");
        assertThat(database.models()).doesNotContain(new ModelId("old/name"));
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("old/name was renamed: it is new/name now"));
    }

    @Test
    void aCycleIsCutAndSaid() {
        hub.model("o/a", "finetune", "o/b").model("o/b", "finetune", "o/a").model("o/self", "finetune", "o/self");

        ImportReport report = load("o/a", "o/self");

        assertThat(edges()).containsExactly("o/a -finetune-> o/b");
        assertThat(report.notes()).extracting(note -> note.reason()).anyMatch(reason -> reason.contains("cycle"));
        assertThat(report.notes()).extracting(note -> note.reason()).anyMatch(reason -> reason.contains("itself"));
    }

    @Test
    void tagsServeWhereNothingElseDoes() {
        hub.model("o/child", "\"tags\":[\"base_model:o/p\",\"base_model:adapter:o/p\",\"license:mit\"]")
                .root("o/p");

        load("o/child");

        assertThat(edges()).containsExactly("o/child -adapter-> o/p");
    }

    @Test
    void theHubsOwnParentsCountBeforeTheCardsAndTheDifferenceIsNoted() {
        hub.model(
                        "o/child",
                        "\"baseModels\":{\"relation\":\"finetune\",\"models\":[{\"id\":\"o/p\"}]},"
                                + "\"cardData\":{\"base_model\":[\"o/q\",\"/data/local\"]}")
                .root("o/p");

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> o/p");
        assertThat(report.notes())
                .anySatisfy(note ->
                        assertThat(note.reason()).contains("other parents").contains("o/q"));
    }

    @Test
    void aPathOnSomebodysMachineIsKeptAsAnEdgeAndNeverAskedFor() {
        hub.model("o/child", "\"cardData\":{\"base_model\":[\"../../etc/passwd\",\"/data/x\",\"o/p\"]}")
                .root("o/p");

        ImportReport report = load("o/child");

        assertThat(edges())
                .containsExactly("o/child -merge-> local:passwd", "o/child -merge-> local:x", "o/child -merge-> o/p");
        assertThat(report.notes()).allSatisfy(note -> assertThat(note.reason()).contains("folder"));
        assertThat(hub.server.seen()).noneMatch(seen -> seen.target().contains(".."));
    }

    @Test
    void aRecipeGivesTheWeightsAndIsAskedForOnceARevision() {
        hub.model("o/mix", "merge", "o/a", "o/b").root("o/a").root("o/b").file("o/mix", "mergekit_config.yml", LINEAR);

        load("o/mix");
        load("o/mix");

        assertThat(database.edges()).extracting(edge -> edge.weight()).containsExactly(0.25, 0.75);
        assertThat(database.edges().get(0).evidence()).contains("mergekit_config.yml");
        assertThat(database.stores.recipes().recipe(new ModelId("o/mix"))).isPresent();
        assertThat(asked("/o/mix/resolve/" + FakeHub.sha("o/mix") + "/mergekit_config.yml"))
                .isEqualTo(1);
    }

    @Test
    void theCardServesWhereThereIsNoRecipeFileAndAHostileOneCostsOnlyTheWeights() {
        hub.model("o/mix", "merge", "o/a")
                .root("o/a")
                .file("o/mix", "README.md", "---\nbase_model: o/a\n---\n# Mix\n```yaml\n" + LINEAR + "```\n");
        hub.model("o/bad", "merge", "o/a")
                .file("o/bad", "mergekit_config.yml", "merge_method: !!javax.script.ScriptEngineManager []");

        ImportReport report = load("o/mix", "o/bad");

        assertThat(database.edges()).extracting(edge -> edge.weight()).containsExactly(null, 0.25, 0.75);
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("cannot be used, parents come without weights"));
    }

    @Test
    void theWaitThatTheHubAsksForIsKept() {
        AtomicInteger asked = new AtomicInteger();
        hub.server.on("/api/models/o/busy", exchange -> {
            if (asked.incrementAndGet() == 1) {
                exchange.getResponseHeaders().add("RateLimit", "\"api\";r=0;t=17");
                LocalServer.send(exchange, 429, "");
            } else {
                LocalServer.send(exchange, 200, "{\"id\":\"o/busy\"}");
            }
        });

        load("o/busy");

        assertThat(hub.time.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(17));
        assertThat(database.models()).containsExactly(new ModelId("o/busy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"o/x\"",
                "[]",
                "{\"id\":7}",
                "{}",
                "{\"id\":\"o/x\",\"tags\":\"no\"}",
                "{\"id\":\"../x\"}",
                "{\"id\":\"o/x\",\"baseModels\":[]}",
                "<html>"
            })
    void aDamagedAnswerIsOneBadRowAmongTheOthers(String answer) {
        hub.server.onJson("/api/models/o/x", answer);
        hub.root("o/good");

        ImportReport report =
                database.load(source(HubOptions.DEFAULT, "o/x", "o/good"), ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).hasSize(1);
        assertThat(database.models()).containsExactly(new ModelId("o/good"));
        assertThatThrownBy(() -> load("o/x")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHubThatIsDownIsSaidSo() {
        hub.status("o/x", 503);

        assertThatThrownBy(() -> load("o/x")).isInstanceOf(RegistryUnavailableException.class);
        assertThat(database.models()).isEmpty();
    }

    @Test
    void theTokenIsSentAndNeverShown() {
        hub.root("o/x");

        database.load(HubImport.of(hub.hub(Map.of("HF_TOKEN", "hf_hidden")), List.of("o/x"), HubOptions.DEFAULT));

        assertThat(hub.server.seen().get(0).headers().getFirst("Authorization")).isEqualTo("Bearer hf_hidden");
        assertThat(HubConnection.of(Map.of("HF_TOKEN", "hf_hidden"), List.of()).toString())
                .doesNotContain("hf_hidden");
    }

    @Test
    void aTraitThatTheHubKnowsIsKept() {
        hub.model(
                "o/x",
                "\"safetensors\":{\"parameters\":{\"BF16\":8030261248},\"total\":8030261248},"
                        + "\"config\":{\"architectures\":[\"LlamaForCausalLM\"]},\"cardData\":{\"license\":\"llama3\"},"
                        + "\"createdAt\":\"2024-04-17T09:35:16.000Z\",\"somethingNew\":{\"a\":1}");

        load("o/x");

        Model model = database.stores.lineage().find(new ModelId("o/x")).orElseThrow();
        assertThat(model.traits().parametersBillions()).isEqualTo(8.030261248);
        assertThat(model.traits().architecture()).isEqualTo("LlamaForCausalLM");
        assertThat(model.traits().uploaded()).hasToString("2024-04-17");
        assertThat(model.traits().license()).isEqualTo("llama3");
    }

    @Test
    void importingTwiceChangesNothing() {
        hub.model("o/child", "finetune", "o/p").root("o/p");
        load("o/child");
        long version = database.stores.facts().version();
        load("o/child");

        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    private List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.child() + " -" + edge.relation().code() + "-> " + edge.parent())
                .toList();
    }

    private long asked(String path) {
        return hub.server.seen().stream()
                .filter(seen -> seen.target().split("\\?", 2)[0].equals(path))
                .count();
    }

    private ImportReport load(String... ids) {
        return load(HubOptions.DEFAULT, ids);
    }

    private ImportReport load(HubOptions options, String... ids) {
        return database.load(source(options, ids));
    }

    private org.eyrie.sources.Source source(HubOptions options, String... ids) {
        return HubImport.of(hub.hub(Map.of()), List.of(ids), options);
    }
}
