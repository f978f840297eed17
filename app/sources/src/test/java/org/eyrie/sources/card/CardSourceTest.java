package org.eyrie.sources.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardSourceTest {

    private static final ModelId MODEL = new ModelId("me/model");

    private final Database database = new Database();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base_model: acme/base | FINETUNE",
                "base_model: [acme/base] | FINETUNE",
                "base_model: [acme/base, acme/other] | MERGE",
                "base_model: acme/base\\nlibrary_name: peft | ADAPTER",
                "base_model: acme/base\\nbase_model_relation: quantized | QUANTIZED",
                "base_model: acme/base\\nbase_model_relation: inspired | UNKNOWN",
            })
    void baseModelNamesTheDirectParents(String frontMatter, Relation relation) {
        load("---\n" + frontMatter.replace("\\n", "\n") + "\n---\n# Model\n");

        assertThat(database.edges())
                .contains(new Derivation(MODEL, new ModelId("acme/base"), relation, null, "README.md: base_model"))
                .allSatisfy(edge -> assertThat(edge.relation()).isEqualTo(relation));
    }

    @Test
    void theConfigurationInAFenceKnowsTheWeightsAndHoldsAgainstAContradictingList() {
        ImportReport report = load("""
                ---
                base_model: [acme/a, acme/z]
                license: mit
                likes: 7
                new_version: me/model-2
                ---
                Merged with
                ```yaml
                merge_method: linear
                models:
                  - {model: acme/a, parameters: {weight: 1}}
                  - {model: acme/b, parameters: {weight: 3}}
                ```
                """);

        assertThat(database.edges())
                .extracting(edge -> edge.parent() + " " + edge.weight())
                .containsExactly("acme/a 0.25", "acme/b 0.75");
        assertThat(database.stores.recipes().recipe(MODEL)).isPresent();
        assertThat(report.notes())
                .extracting(note -> note.reason())
                .containsExactly(
                        "There is a newer version of me/model: me/model-2",
                        "base_model names acme/a, acme/z, the merge configuration acme/a, acme/b: the configuration"
                                + " holds");
        assertThat(report.ignored()).as("what cards usually say is no news").isEqualTo(Map.of("likes", 1L));
        assertThat(database.stores.lineage().find(MODEL).orElseThrow().traits().license())
                .isEqualTo("mit");
    }

    @Test
    void scoresMayBeSharesOrPercentagesAndTheirSourceDecides() {
        load(index("20.9", "0.7"));
        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score() + " " + score.source())
                .containsExactly(
                        "GSM8k (accuracy, 5-shot) 0.7 https://example.org/board",
                        "IFEval (strict accuracy) 0.209 README.md");

        load(index("0.209", "0.6"));
        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.6, 0.209);

        load(index("20.9", "0.7").replace("    source: {url: https://example.org/board}\n", ""));
        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.007, 0.209);
    }

    @Test
    void figuresThatAreNoSharesAreLeftOutAndNoted() {
        ImportReport report = load(index(".nan", "\"n/a\""));

        assertThat(database.scores()).isEmpty();
        assertThat(report.notes()).hasSize(2).allSatisfy(note -> assertThat(note.reason())
                .contains("was left out"));
        assertThatThrownBy(() -> load(index("-0.5", "0.7"))).hasMessageContaining("between 0 and 1: -0.5");
        assertThatThrownBy(() -> load(index("541", "0.7"))).hasMessageContaining("between 0 and 1: 541");
    }

    @Test
    void aMarkFromOneToTenSaysNothingOfTheScaleOfTheOthers() {
        ImportReport report = load(index("8.2", "0.71")
                .replace("IFEval, type: HuggingFaceH4/ifeval", "MT-Bench, type: mt-bench")
                .replace("    source: {url: https://example.org/board}\n", ""));

        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.71);
        assertThat(report.notes()).singleElement().asString().contains("MT-Bench");
    }

    @Test
    void aScoreThatStandsTwiceCountsOnceUnlessItContradictsItself() {
        String twice = index("0.5", "0.7")
                .replace("GSM8k, type: gsm8k, args: {num_few_shot: 5}", "IFEval, type: x")
                .replace("{type: accuracy,", "{type: accuracy, name: strict accuracy,");
        assertThatThrownBy(() -> load(twice)).hasMessageContaining("as 0.5, here it is 0.7: keep one of them");
        assertThat(database.isEmpty()).isTrue();
        load(twice.replace("0.7", "0.5"));
        assertThat(database.scores()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# Only a title | There is no front matter",
                "---\\nbase_model: a | The front matter does not end",
                "---\\nbase_model: [a\\n---\\n | no YAML that is read here",
                "---\\nbase_model: 7\\n---\\n | base_model must be a name or a list of names, not 7",
                "---\\nbase_model: me/model\\n---\\n | A model cannot be its own parent",
                "---\\nbase_model: a\\nbase_model: b\\n---\\n | duplicate key base_model",
                "---\\nmodel-index: yes\\n---\\n | model-index must be a list, not true",
            })
    void badInputIsRefused(String text, String reason) {
        assertThatThrownBy(() -> load(text.replace("\\n", "\n"))).hasMessageContaining(reason);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aCycleAcrossTwoCardsIsRefused() {
        load("---\nbase_model: acme/base\n---\n");

        assertThatThrownBy(() -> database.load(new CardSource(
                        file("README.md", "---\nbase_model: me/model\n---\n"), new ModelId("acme/base"))))
                .isInstanceOf(LineageCycleException.class);
    }

    private ImportReport load(String card) {
        return database.load(new CardSource(file("README.md", card), MODEL));
    }

    private static String index(String first, String second) {
        return """
                ---
                model-index:
                - name: model
                  results:
                  - task: {type: text-generation}
                    dataset: {name: IFEval, type: HuggingFaceH4/ifeval}
                    metrics:
                    - {type: inst_level_strict_acc and prompt_level_strict_acc, value: FIRST, name: strict accuracy}
                  - dataset: {name: GSM8k, type: gsm8k, args: {num_few_shot: 5}}
                    metrics: [{type: accuracy, value: SECOND}]
                    source: {url: https://example.org/board}
                ---
                """.replace("FIRST", first).replace("SECOND", second);
    }
}
