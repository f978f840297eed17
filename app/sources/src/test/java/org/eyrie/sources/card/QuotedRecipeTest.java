package org.eyrie.sources.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.sources.Database.file;

import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedRecipeTest {

    private static final String RECIPE = """
            merge_method: linear
            models:
              - {model: lab/owl, parameters: {weight: 1}}
              - {model: lab/bat, parameters: {weight: 3}}
            """;

    private final Database database = new Database();

    @ParameterizedTest
    @ValueSource(strings = {"```", "```yaml", "```yml", "```YAML", "~~~", "``` yaml title=\"x\"", "````yaml"})
    void aRecipeIsReadInAnyFence(String fence) {
        String end = fence.replaceAll("[^`~].*", "");
        load("license: mit", "Made with\n\n" + fence + "\n" + RECIPE + end + "\nand that is it.\n");

        assertThat(edges()).containsExactly("lab/bat merge 0.75", "lab/owl merge 0.25");
    }

    @Test
    void aRecipeIsReadWhereItOrItsFenceIsIndented() {
        load("license: mit", "- Made with\n\n  ```yaml\n" + RECIPE.indent(2) + "  ```\n");
        assertThat(edges()).containsExactly("lab/bat merge 0.75", "lab/owl merge 0.25");

        Database other = new Database();
        other.load(new CardSource(
                file("README.md", "---\nlicense: mit\n---\nMade with\n\n" + RECIPE.indent(4) + "\nDone.\n"),
                new ModelId("lab/mix")));
        assertThat(other.edges()).hasSize(2);
    }

    @Test
    void aRecipeOutsideOfAnyBlockIsSpokenOf() {
        ImportReport report = load("base_model: lab/owl", RECIPE);

        assertThat(edges()).containsExactly("lab/owl finetune null");
        assertThat(report.notes()).singleElement().asString().contains("in no block of code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base_model: lab/mixed\nbase_model_relation: quantized",
                "base_model: lab/mixed\nquantized_by: somebody\ntags: [mergekit, merge]",
                "base_model: lab/mixed\ntags: [mergekit, dpo]",
                "base_model: lab/mixed",
                "tags: [gguf]",
            })
    void theRecipeOfAnotherModelIsNotBelieved(String frontMatter) {
        ImportReport report = load(frontMatter, "The original card:\n```yaml\n" + RECIPE + "```\n");

        assertThat(edges()).noneMatch(edge -> edge.contains("lab/owl") || edge.contains("merge"));
        assertThat(edges()).hasSize(frontMatter.startsWith("base") ? 1 : 0);
        assertThat(database.stores.recipes().recipe(new ModelId("lab/mix"))).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("is not this model's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base_model: [lab/owl, lab/bat]",
                "base_model: lab/OWL",
                "base_model: lab/mixed\nbase_model_relation: merge",
                "tags: [merge]",
                "base_model: [lab/owl, lab/bat]\nbase_model_relation: quantized",
            })
    void theRecipeOfTheModelIsBelieved(String frontMatter) {
        load(frontMatter, "```yaml\n" + RECIPE + "```\n");

        assertThat(edges()).containsExactly("lab/bat merge 0.75", "lab/owl merge 0.25");
    }

    @Test
    void stagesInFencesOfTheirOwnAreOneRecipe() {
        load("base_model: [lab/owl, lab/bat, lab/fox]", """
                First
                ```yaml
                name: night
                merge_method: linear
                models:
                  - {model: lab/owl, parameters: {weight: 1}}
                  - {model: lab/bat, parameters: {weight: 3}}
                ```
                and then
                ```yaml
                merge_method: linear
                models:
                  - {model: night, parameters: {weight: 1}}
                  - {model: lab/fox, parameters: {weight: 1}}
                ```
                """);

        assertThat(edges()).containsExactly("lab/bat merge 0.375", "lab/fox merge 0.5", "lab/owl merge 0.125");
    }

    @Test
    void stagesThatDoNotNameEachOtherLeaveTheListAlone() {
        ImportReport report = load("base_model: [lab/owl, lab/bat, lab/fox]", """
                ```yaml
                merge_method: linear
                models:
                  - {model: lab/owl, parameters: {weight: 1}}
                  - {model: lab/bat, parameters: {weight: 3}}
                ```
                ```yaml
                merge_method: linear
                models:
                  - {model: ./step-one, parameters: {weight: 1}}
                  - {model: lab/fox, parameters: {weight: 1}}
                ```
                """);

        assertThat(edges()).containsExactly("lab/bat merge null", "lab/fox merge null", "lab/owl merge null");
        assertThat(report.notes()).singleElement().asString().contains("base_model alone counts");
    }

    @Test
    void whereNoBaseModelIsNamedNoneIsSaidToCount() {
        ImportReport report = load("license: mit", "```yaml\nmerge_method: linear\n```\n");

        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("cannot be used, and no base_model names a parent: ")
                .doesNotContain("counts");
    }

    private ImportReport load(String frontMatter, String body) {
        return database.load(
                new CardSource(file("README.md", "---\n" + frontMatter + "\n---\n" + body), new ModelId("lab/mix")));
    }

    private java.util.List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.parent() + " " + edge.relation().code() + " " + edge.weight())
                .toList();
    }
}
