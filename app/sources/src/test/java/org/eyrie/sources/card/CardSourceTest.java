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
import org.junit.jupiter.params.provider.ValueSource;

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
                "base_model: acme/base\\nbase_model_relation: distillation | DISTILL",
                "base_model: acme/base\\nbase_model_relation: Quantization | QUANTIZED",
                "base_model: acme/base\\nbase_model_relation: fine-tune | FINETUNE",
                "base_model: acme/base\\nquantized_by: somebody\\ntags: [gguf] | QUANTIZED",
                "base_model: acme/base\\ntags: [gguf] | QUANTIZED",
                "base_model: acme/base\\ntags: [lora, peft]\\nlibrary_name: transformers | ADAPTER",
                "base_model: acme/base\\ntags: mergekit | MERGE",
                "'base_model: acme/base, acme/other' | MERGE",
                "base_model: acme/base;acme/other | MERGE",
                "base_model: >-\\n  acme/base,\\n  acme/other | MERGE",
                "base_model: acme/base + acme/other | MERGE",
                "base_model:\\n- acme/base\\n- | FINETUNE",
                "base_model: [~, acme/base] | FINETUNE",
            })
    void baseModelNamesTheDirectParents(String frontMatter, Relation relation) {
        load("\n \n---\n" + frontMatter.replace("\\n", "\n") + "\n---\n# Model\n");

        assertThat(database.edges())
                .contains(new Derivation(MODEL, new ModelId("acme/base"), relation, null, "README.md: base_model"))
                .allSatisfy(edge -> assertThat(edge.relation()).isEqualTo(relation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[~, ~]", "''", "[' ']"})
    void aBaseModelWithoutAnyNameIsNoted(String written) {
        assertThat(load("---\nbase_model: " + written + "\n---\n").notes())
                .singleElement()
                .asString()
                .contains("base_model names no model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/base@%s", "/c/hub/models--acme--base/snapshots/%s", "hf.co/acme/base/tree/%s"})
    void theRevisionThatIsNamedStandsInTheEvidence(String written) {
        String commit = "4444567890".repeat(4);
        load("---\nbase_model: " + written.formatted(commit) + "\n---\n");

        assertThat(database.edges())
                .containsExactly(new Derivation(
                        MODEL,
                        new ModelId("acme/base"),
                        Relation.FINETUNE,
                        null,
                        "README.md: base_model at " + commit));
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
    void everyFigureIsAShareOrAPercentageForItself() {
        load(index("20.9", "0.7"));
        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score() + " " + score.source())
                .containsExactly(
                        "GSM8k (accuracy, 5-shot) 0.7 https://example.org/board",
                        "IFEval (strict accuracy) 0.209 README.md");

        load(index("0.209", "0.6"));
        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.6, 0.209);

        load(index("20.9", "0.7").replace("    source: {url: https://example.org/board}\n", ""));
        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.7, 0.209);
    }

    @Test
    void whatAlwaysWritesPercentagesIsTakenAtItsWordHoweverSmallTheyAre() {
        load(index("20.9", "0.7").replace("example.org/board", "huggingface.co/spaces/open-llm-leaderboard/x"));

        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.007, 0.209);
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", "n/a", "-0.5", "541", "[0.1, 0.2]", "{a: 1}", ""})
    void aFigureThatIsNoShareCostsNothingButItself(String value) {
        ImportReport report =
                load(index(value, "0.7").replace("---\nmodel-index", "---\nbase_model: acme/base\nmodel-index"));

        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.7);
        assertThat(database.edges()).hasSize(1);
        assertThat(report.notes()).singleElement().asString().contains("IFEval").contains("was left out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- metrics: [{type: accuracy, value: 0.5}]",
                "- {dataset: {name: Wordle}, metrics: 0.5}",
                "- {dataset: {name: Wordle}}",
                "- {dataset: {name: Wordle}, metrics: [0.5]}",
                "- Wordle",
                "-",
            })
    void aResultThatIsNoneCostsNothingButItself(String result) {
        ImportReport report = load(index("0.4", "0.7")
                .replace("  results:\n", "  results:\n  " + result + "\n")
                .replace("---\nmodel-index", "---\nbase_model: acme/base\nmodel-index"));

        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.7, 0.4);
        assertThat(database.edges()).hasSize(1);
        assertThat(report.notes()).singleElement().asString().contains("left out");
    }

    @Test
    void figuresInTextAreReadAsTheyAreMeant() {
        load(index("\"63.5\"", "\"41.2%\""));

        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.412, 0.635);
    }

    @Test
    void configurationsSplitsAndRevisionsAreBenchmarksOfTheirOwn() {
        load("""
                ---
                model-index:
                - results:
                  - dataset: {name: zoo, type: zoo, config: owls}
                    metrics: [{type: accuracy, value: 0.1}]
                  - dataset: {name: zoo, type: zoo, args: bats}
                    metrics: [{type: accuracy, value: 0.2}]
                  - dataset: {name: zoo, type: zoo, config: default, split: test}
                    metrics: [{type: accuracy, value: 0.3}]
                  - dataset: {name: zoo, type: zoo, split: validation}
                    metrics: [{type: accuracy, value: 0.4}]
                  - dataset: {name: zoo, revision: 0123456789abcdef0123456789abcdef01234567}
                    metrics: [{type: accuracy, value: 0.5}]
                  - dataset: {name: ZOO Owls, type: zoo, config: owls}
                    metrics: [{type: accuracy, value: 0.6}]
                  - dataset: {name: HellaSwag (10-Shot), type: hellaswag, config: x, split: validation}
                    metrics: [{type: accuracy, value: 0.7}]
                ---
                """);

        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score())
                .containsExactlyInAnyOrder(
                        "zoo/owls (accuracy) 0.1",
                        "zoo/bats (accuracy) 0.2",
                        "zoo (accuracy) 0.3",
                        "zoo (accuracy,validation split) 0.4",
                        "zoo (accuracy, v01234567) 0.5",
                        "ZOO Owls (accuracy) 0.6",
                        "HellaSwag (10-Shot) (accuracy) 0.7");
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
    void ofAScoreThatStandsTwiceTheFirstOneCounts() {
        String twice = index("0.5", "0.7")
                .replace("GSM8k, type: gsm8k, args: {num_few_shot: 5}", "IFEval, type: x")
                .replace("{type: accuracy,", "{type: accuracy, name: strict accuracy,");
        assertThat(load(twice).notes()).singleElement().asString().contains("as 0.5 and as 0.7: the first one counts");
        assertThat(database.scores()).extracting(score -> score.score()).containsExactly(0.5);
        assertThat(load(twice.replace("0.7", "0.5")).notes()).isEmpty();
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
            })
    void badInputIsRefused(String text, String reason) {
        assertThatThrownBy(() -> load(text.replace("\\n", "\n"))).hasMessageContaining(reason);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aListWithoutScoresIsOneLessThingToKnow() {
        ImportReport report = load("---\nbase_model: acme/base\nmodel-index: yes\n---\n");

        assertThat(database.edges()).hasSize(1);
        assertThat(report.notes()).singleElement().asString().contains("model-index must be a list, not true");
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
