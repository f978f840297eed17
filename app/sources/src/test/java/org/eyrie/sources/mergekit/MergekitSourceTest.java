package org.eyrie.sources.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;

class MergekitSourceTest {

    private static final String CONFIG = """
            merge_method: linear
            models:
              - model: acme/a@main
                parameters: {weight: 0.25}
              - model: ../b
                parameters: {weight: 0.75}
            """;
    private static final ModelId MIX = new ModelId("acme/mix");

    private final Database database = new Database();

    @Test
    void theMergeBecomesWeightedEdgesAndItsConfigurationTheRecipe() {
        ImportReport report = load(CONFIG);

        assertThat(database.edges())
                .containsExactly(
                        edge("acme/a", 0.25, "mergekit_config.yml: linear, merged at main"),
                        edge("local:b", 0.75, "mergekit_config.yml: linear, merged"));
        assertThat(database.stores.recipes().recipe(MIX))
                .contains(new Recipe(MIX, "linear", CONFIG, "weight, normalised", "mergekit_config.yml"));
        assertThat(report.written().recipes()).isEqualTo(new Counts(1, 0, 0));
        assertThat(report.notes()).singleElement().asString().contains("local:b is a folder");
        assertThat(load(CONFIG).written().recipes()).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void aMergeHasTheBuildThatItsModelsShareAndKeepsWhatIsKnownOfIt() {
        knows("acme/a", new Traits("LlamaForCausalLM", 8.03, "chat", null, true, false, null, null));
        knows("local:b", new Traits("LlamaForCausalLM", 8.0, "chat", null, true, false, null, null));
        load(CONFIG);
        assertThat(traits()).isEqualTo(new Traits("LlamaForCausalLM", 8.03, "merge", null, null, false, null, null));

        knows("acme/mix", new Traits("OtherForCausalLM", 9.0, "chat", null, null, null, null, null));
        assertThat(load(CONFIG).written().models().changed()).isZero();
        assertThat(traits()).isEqualTo(new Traits("OtherForCausalLM", 9.0, "chat", null, null, false, null, null));
    }

    @Test
    void modelsThatDifferInBuildShareNone() {
        knows("acme/a", new Traits("LlamaForCausalLM", 8.03, null, null, null, null, null, null));
        knows("local:b", new Traits("LlamaForCausalLM", 7.2, null, null, null, null, null, null));
        load(CONFIG);
        assertThat(traits()).isEqualTo(new Traits("LlamaForCausalLM", null, "merge", null, null, null, null, null));
    }

    @Test
    void stackedLayersAndExpertsMakeAnotherBuild() {
        knows("acme/a", new Traits("LlamaForCausalLM", 8.03, null, null, null, false, null, null));
        load("{base_model: acme/a, gate_mode: random, experts: [{source_model: acme/a}, {source_model: acme/a}]}");
        assertThat(traits()).isEqualTo(new Traits(null, null, "merge", null, null, true, null, null));
    }

    private void knows(String model, Traits traits) {
        database.stores.facts().write(Facts.models(List.of(new Model(new ModelId(model), traits))));
    }

    private Traits traits() {
        return database.stores.lineage().find(MIX).orElseThrow().traits();
    }

    @Test
    void aModelThatIsMergedFromItselfAndACycleAcrossTwoConfigurationsAreRefused() {
        assertThatThrownBy(() -> load(CONFIG.replace("acme/a@main", "acme/mix")))
                .hasMessageContaining("A model cannot be its own parent: acme/mix");
        assertThat(database.isEmpty()).isTrue();
        load(CONFIG);
        assertThatThrownBy(() -> database.load(new MergekitSource(
                        file("other.yml", CONFIG.replace("acme/a@main", "acme/mix")), new ModelId("acme/a"))))
                .isInstanceOf(LineageCycleException.class);
        assertThat(database.stores.recipes().recipe(new ModelId("acme/a"))).isEmpty();
    }

    @Test
    void keysThatMergekitDoesNotKnowAreIgnoredAndCounted() {
        ImportReport report = load("""
                merge_method: linear
                dtypo: float16
                parameters: {whatever: 1}
                slices:
                  - sources: [{model: a, layer_range: [0, 1], wieght: 1}, {model: b, layer_range: [0, 1], wieght: 2}]
                    comment: first
                """);

        assertThat(report.ignored()).isEqualTo(Map.of("dtypo", 1L, "wieght", 2L, "comment", 1L));
        assertThat(database.edges()).hasSize(2);
    }

    @Test
    void aModelThatStandsTwiceIsOneParentOfBothShares() {
        load("{merge_method: linear, models: [{model: a, parameters: {weight: 1}}, {model: b, parameters: {weight: 2}},"
                + " {model: a, parameters: {weight: 1}}]}");

        assertThat(database.edges()).extracting(Derivation::weight).containsExactly(0.5, 0.5);
    }

    private ImportReport load(String config) {
        return database.load(new MergekitSource(file("mergekit_config.yml", config), MIX));
    }

    private static Derivation edge(String parent, double weight, String evidence) {
        return new Derivation(MIX, new ModelId(parent), Relation.MERGE, weight, evidence);
    }
}
