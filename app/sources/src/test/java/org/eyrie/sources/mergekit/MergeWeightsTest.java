package org.eyrie.sources.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares as mergekit itself computes them, and what is said of those that it does not leave to the recipe. */
class MergeWeightsTest {

    private static final double NONE = -1;

    @ParameterizedTest
    @CsvSource({
        "task_arithmetic, '', 0.3, 0.5, 0.2",
        "task_arithmetic, 'normalize: true', 0.375, 0.625, -1",
        "task_arithmetic, 'lambda: 0.5', 0.15, 0.25, 0.6",
        "ties, '', 0.375, 0.625, -1",
        "ties, 'normalize: false', 0.3, 0.5, 0.2",
        "ties, 'density: 0.4', 0.375, 0.625, -1",
        "dare_ties, 'density: 0.4', 0.3, 0.5, 0.2",
        "dare_linear, 'density: 0.4', 0.3, 0.5, 0.2",
        "dare_linear, 'density: 0.4, rescale: false', 0.12, 0.2, 0.68",
        "della, 'density: 0.4', 0.375, 0.625, -1",
        "della_linear, 'density: 0.4', 0.3, 0.5, 0.2",
        "della_linear, 'density: 0.5, rescale: false', 0.15, 0.25, 0.6",
        "breadcrumbs, 'density: 0.4', 0.3, 0.5, 0.2",
        "breadcrumbs_ties, 'normalize: true', 0.375, 0.625, -1",
        "multislerp, '', 0.375, 0.625, -1",
        "nuslerp, '', 0.375, 0.625, -1",
        "sce, '', -1, -1, 0",
        "ram, '', -1, -1, 0",
        "model_stock, '', -1, -1, -1",
        "a_method_of_tomorrow, '', -1, -1, -1",
    })
    void differencesToABase(String method, String parameters, double one, double other, double base)
            throws UnreadableException {
        assertThat(weights("""
                        merge_method: %s
                        base_model: oak/base
                        models:
                          - {model: oak/one, parameters: {weight: 0.3}}
                          - {model: oak/other, parameters: {weight: 0.5}}
                        parameters: {%s}
                        """.formatted(method, parameters)))
                .isEqualTo(new TreeMap<>(Map.of("oak/one", one, "oak/other", other, "oak/base", base)));
    }

    @Test
    void whatIsSubtractedIsAParentWithoutAShareAndItIsSaid() throws UnreadableException {
        MergeRecipe recipe = recipe("""
                merge_method: task_arithmetic
                base_model: oak/base
                models:
                  - {model: oak/one, parameters: {weight: 0.6}}
                  - {model: oak/other, parameters: {weight: -0.2}}
                """);

        assertThat(weights(recipe)).isEqualTo(Map.of("oak/one", 0.5, "oak/other", NONE, "oak/base", 0.5));
        assertThat(recipe.notes()).singleElement().asString().contains("oak/other", "subtracted", "-0.2");
    }

    @Test
    void aBaseThatMoreThanAllIsTakenFromIsSubtracted() throws UnreadableException {
        MergeRecipe recipe = recipe("""
                merge_method: task_arithmetic
                base_model: oak/base
                models:
                  - {model: oak/one, parameters: {weight: 1}}
                  - {model: oak/other, parameters: {weight: 1}}
                """);

        assertThat(weights(recipe)).isEqualTo(Map.of("oak/one", 0.5, "oak/other", 0.5, "oak/base", NONE));
        assertThat(recipe.notes()).singleElement().asString().contains("oak/base", "subtracted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearswap", "arcee_fusion"})
    void whereValuesDecideBothAreParentsAndNeitherHasAShare(String method) throws UnreadableException {
        assertThat(weights("""
                        merge_method: %s
                        base_model: oak/base
                        models: [{model: oak/one}]
                        parameters: {t: 0.001}
                        """.formatted(method))).isEqualTo(Map.of("oak/base", NONE, "oak/one", NONE));
    }

    @Test
    void aSliceMayHaveABaseOfItsOwn() throws UnreadableException {
        assertThat(weights("""
                        merge_method: slerp
                        base_model: oak/one
                        slices:
                          - sources: &both
                              - {model: oak/one, layer_range: [0, 8]}
                              - {model: oak/other, layer_range: [0, 8]}
                            parameters: {t: 0.25}
                          - base_model: oak/other
                            sources: *both
                            parameters: {t: 0.25}
                          - base_model: oak/other
                            sources: *both
                            parameters: {t: 0}
                          - base_model: oak/other
                            sources: *both
                            parameters: {t: 0}
                        """)).isEqualTo(Map.of("oak/one", 0.25, "oak/other", 0.75));
    }

    @Test
    void whatOneModelSaysOfASharedParameterCountsForNothing() throws UnreadableException {
        MergeRecipe recipe = recipe("""
                merge_method: slerp
                base_model: oak/one
                models:
                  - {model: oak/one, parameters: {t: 0.9}}
                  - {model: oak/other}
                """);

        assertThat(weights(recipe)).isEqualTo(Map.of("oak/one", NONE, "oak/other", NONE));
        assertThat(recipe.notes()).singleElement().asString().contains("slerp", "t");
    }

    @Test
    void aBaseInNoListIsMergedWhereTheMethodTakesAll() throws UnreadableException {
        assertThat(weights("""
                        merge_method: karcher
                        base_model: oak/base
                        models: [{model: oak/one}, {model: oak/other}, {model: oak/third}]
                        """))
                .isEqualTo(Map.of("oak/base", 0.25, "oak/one", 0.25, "oak/other", 0.25, "oak/third", 0.25));
        assertThat(weights("""
                        merge_method: linear
                        base_model: oak/base
                        models: [{model: oak/one}, {model: oak/other, parameters: {weight: 2}}]
                        parameters: {weight: 1}
                        """)).isEqualTo(Map.of("oak/base", 0.25, "oak/one", 0.25, "oak/other", 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "'[0, 1]', 2, 0.5",
        "'[0, 0, 1]', 2, 0.5",
        "'[0, 0, 1]', 5, 0.3",
        "'[0, 1]', 1, 1",
        "'[{filter: mlp, value: 0.2}, {value: 0.6}]', 4, 0.4",
        "'[{filter: mlp, value: 0.2}, {value: 0.6}, {filter: never, value: 9}]', 4, 0.4",
        "'[{filter: mlp, value: 0.3}]', 4, 0.2",
        "'{value: 0.5}', 4, 0.5",
        "'5e-1', 4, 0.5",
        "[], 4, 0.1",
    })
    void gradientsGoOverTheLayersAndTheFirstFilterThatMatchesCounts(String t, int layers, double share)
            throws UnreadableException {
        Map<String, Double> weights = weights("""
                merge_method: slerp
                base_model: oak/one
                slices:
                  - sources:
                      - {model: oak/one, layer_range: [0, %d]}
                      - {model: oak/other, layer_range: [0, %d]}
                    parameters: {t: %s}
                parameters: {t: 0.1}
                """.formatted(layers, layers, t));

        assertThat(weights.get("oak/other")).isCloseTo(share, within(1e-9));
    }

    @Test
    void expertsThatAllShareAreParents() throws UnreadableException {
        assertThat(weights("""
                        base_model: oak/base
                        experts:
                          - {source_model: oak/one, positive_prompts: [sum]}
                          - {source_model: oak/other, positive_prompts: [verse]}
                        shared_experts:
                          - {source_model: oak/third, positive_prompts: [hi], residual_scale: 0.1}
                        """).keySet()).containsExactly("oak/base", "oak/one", "oak/other", "oak/third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "./intermediates/half", "intermediates/half/", "/tmp/w/half", "C:\\w\\half"})
    void documentsGoByNameInWhateverOrderAndFolder(String reference) throws UnreadableException {
        assertThat(weights("""
                        merge_method: linear
                        models:
                          - {model: '%s', parameters: {weight: 0.5}}
                          - {model: oak/third, parameters: {weight: 0.5}}
                        ---
                        name: half
                        merge_method: task_arithmetic
                        base_model: oak/base
                        models:
                          - {model: oak/one, parameters: {weight: 0.5}}
                          - {model: oak/other, parameters: {weight: 0.25}}
                        """.formatted(reference)))
                .isEqualTo(Map.of("oak/third", 0.5, "oak/one", 0.25, "oak/other", 0.125, "oak/base", 0.125));
    }

    @Test
    void whereAllDocumentsHaveNamesTheOneThatNoOtherUsesIsTheModel() throws UnreadableException {
        String documents = """
                name: last
                merge_method: linear
                models: [{model: first, parameters: {weight: 1}}, {model: oak/third, parameters: {weight: 1}}]
                ---
                name: first
                merge_method: linear
                models: [{model: oak/one, parameters: {weight: 1}}]
                """;
        assertThat(weights(documents)).isEqualTo(Map.of("oak/one", 0.5, "oak/third", 0.5));
        assertThat(recipe(documents).notes()).isEmpty();
        assertThat(recipe(documents + "---\nname: aside\nmerge_method: linear\nmodels: [{model: oak/x}]")
                        .notes())
                .singleElement()
                .asString()
                .contains("last, aside");
    }

    @ParameterizedTest
    @CsvSource({
        "'genome: {models: [oak/one, oak/other], merge_method: linear}\ntasks: [{name: sums}]', best_config.yaml",
        "'{name: a, merge_method: linear, models: [{model: b}]}\n---\n{name: b, merge_method: linear, models: [{model: a}]}',"
                + " each other",
        "'{merge_method: linear, models: [{model: oak/a}]}\n---\n{merge_method: linear, models: [{model: oak/b}]}', without a name",
        "'{name: a, merge_method: linear, models: [{model: oak/a}]}\n---\n{name: a, merge_method: linear, models: [{model: oak/b}]}',"
                + " two documents",
    })
    void whatCannotBeReadSaysWhy(String text, String word) {
        assertThatThrownBy(() -> recipe(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(word);
    }

    @Test
    void aModelInACacheIsThatModelAndOneParentThoughItStandsTwice() {
        String commit = "0a1b2c3d4e".repeat(4);
        Database database = new Database();
        ImportReport report = database.load(
                new MergekitSource(Database.file("mix.yml", """
                merge_method: linear
                models:
                  - {model: /c/hub/models--oak--one/snapshots/%s, parameters: {weight: 1}}
                  - {model: oak/other, parameters: {weight: 2}}
                  - {model: 'D:\\c\\models--oak--one\\snapshots\\%s', parameters: {weight: 1}}
                  - {model: 'https://huggingface.co/oak/third/', parameters: {weight: -1}}
                """.formatted(commit, commit)), new ModelId("oak/mix")));

        List<Derivation> edges = database.edges();
        assertThat(edges)
                .extracting(edge -> edge.parent() + " " + edge.weight())
                .containsExactlyInAnyOrder("oak/one 0.5", "oak/other 0.5", "oak/third null");
        assertThat(edges)
                .filteredOn(edge -> edge.parent().equals(new ModelId("oak/one")))
                .singleElement()
                .satisfies(edge -> assertThat(edge.evidence()).endsWith("at " + commit));
        assertThat(report.notes()).singleElement().asString().contains("oak/third", "subtracted");
    }

    private static MergeRecipe recipe(String text) throws UnreadableException {
        return MergeRecipe.parse(Place.of("mix.yml"), text);
    }

    private static Map<String, Double> weights(String text) throws UnreadableException {
        return weights(recipe(text));
    }

    private static Map<String, Double> weights(MergeRecipe recipe) {
        Map<String, Double> weights = new TreeMap<>();
        for (MergeRecipe.Parent parent : recipe.parents()) {
            Double weight = parent.weight();
            weights.put(parent.model().value(), weight == null ? NONE : Math.round(weight * 1e9) / 1e9);
        }
        return weights;
    }
}
