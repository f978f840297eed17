package org.eyrie.sources.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubImportTest extends HubTest {

    HubImportTest(@TempDir Path cache) throws IOException {
        super(cache);
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

    @Test
    void tagsServeWhereNothingElseDoes() {
        hub.model("o/child", "\"tags\":[\"base_model:o/p\",\"base_model:adapter:o/p\",\"license:mit\"]")
                .root("o/p");

        load("o/child");

        assertThat(edges()).containsExactly("o/child -adapter-> o/p");
    }

    @Test
    void theRevisionThatACardNamesStandsInTheEvidence() {
        hub.model("o/child", "\"cardData\":{\"base_model\":[\"o/p@ab12\"]}").root("o/p");

        load("o/child");

        assertThat(database.edges())
                .anySatisfy(edge -> assertThat(edge.evidence()).endsWith(" card base_model at ab12"));
    }

    @Test
    void aRecipeGivesTheWeightsAndIsAskedForOnceARevision() {
        hub.model("o/mix", "merge", "o/a", "o/b").root("o/a").root("o/b").file("o/mix", "mergekit_config.yml", LINEAR);

        load("o/mix");
        load("o/mix");

        assertThat(database.edges()).extracting(edge -> edge.weight()).containsExactly(0.25, 0.75);
        assertThat(database.edges().get(0).evidence()).contains("mergekit_config.yml");
        assertThat(database.stores.recipes().recipe(new ModelId("o/mix"))).isPresent();
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("o/mix"))
                        .orElseThrow()
                        .traits()
                        .type())
                .as("a recipe says that it is a merge")
                .isEqualTo("merge");
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
    void copiesAndFineTunesWithTheRecipeOfTheirOriginalHaveOneParent() {
        String card = "---\nlicense: mit\n---\nThe original card:\n```yaml\n" + LINEAR + "```\n";
        hub.model("o/mix-GGUF", "\"tags\":[\"gguf\",\"mergekit\",\"merge\"],\"cardData\":{\"base_model\":\"o/mix\"}")
                .model("o/mix-dpo", "\"tags\":[\"mergekit\",\"base_model:finetune:o/mix\",\"base_model:o/mix\"]")
                .model("o/mix-rl", "\"tags\":[\"mergekit\",\"rl\"],\"cardData\":{\"base_model\":\"o/mix\"}")
                .root("o/mix")
                .file("o/mix-GGUF", "README.md", card)
                .file("o/mix-dpo", "mergekit_config.yml", LINEAR)
                .file("o/mix-rl", "README.md", card);

        ImportReport report = load(new HubOptions(0, 0, 9), "o/mix-GGUF", "o/mix-dpo", "o/mix-rl");

        assertThat(edges())
                .containsExactly(
                        "o/mix-GGUF -quantized-> o/mix", "o/mix-dpo -finetune-> o/mix", "o/mix-rl -finetune-> o/mix");
        assertThat(report.notes()).hasSize(3).allSatisfy(note -> assertThat(note.reason())
                .contains("is not this model's"));
    }

    @Test
    void relationsAreConcludedWhereNobodySays() {
        hub.model("o/lora", "\"tags\":[\"lora\"],\"cardData\":{\"base_model\":\"o/p\"}")
                .model("o/p-AWQ", "\"cardData\":{\"base_model\":[\"o/p\",null]}")
                .model("o/sum", "\"cardData\":{\"base_model\":\"o/p, o/q\"}")
                .model("o/small", "\"cardData\":{\"base_model\":\" o/p \",\"base_model_relation\":\"distillation\"}");

        ImportReport report = load(new HubOptions(0, 0, 9), "o/lora", "o/p-AWQ", "o/sum", "o/small");

        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("base_model holds an entry without a name"));

        assertThat(edges())
                .containsExactly(
                        "o/lora -adapter-> o/p",
                        "o/p-AWQ -quantized-> o/p",
                        "o/small -distill-> o/p",
                        "o/sum -merge-> o/p",
                        "o/sum -merge-> o/q");
    }

    @Test
    void theTokenIsSentAndNeverShown() {
        hub.root("o/x");

        database.load(HubImport.of(
                hub.hub(Map.of("HF_TOKEN", "hf_hidden")), List.of("o/x"), HubOptions.DEFAULT, KnownScales.shipped()));

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
}
