package org.eyrie.sources.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeRecipeTest {

    @Test
    void linearWeightsAreNormalised() throws UnreadableException {
        assertThat(weights("""
                        merge_method: linear
                        models:
                          - model: acme/a
                            parameters: {weight: 1}
                          - model: acme/b
                            parameters: {weight: 3.0}
                        dtype: float16
                        """)).isEqualTo(Map.of("acme/a", 0.25, "acme/b", 0.75));
    }

    @Test
    void slerpTakesTFromTheSecondModelAndTheRestFromTheBase() throws UnreadableException {
        assertThat(weights("""
                        slices:
                          - sources:
                              - {model: acme/a, layer_range: [0, 32]}
                              - {model: acme/b, layer_range: [0, 32]}
                        merge_method: slerp
                        base_model: acme/a
                        parameters:
                          t:
                            - filter: self_attn
                              value: [0, 0.5, 0.3, 0.7, 1]
                            - filter: mlp
                              value: [1, 0.5, 0.7, 0.3, 0]
                            - value: 0.2
                        """))
                .hasEntrySatisfying("acme/b", share -> assertThat(share).isCloseTo(0.4, within(1e-12)))
                .hasEntrySatisfying("acme/a", share -> assertThat(share).isCloseTo(0.6, within(1e-12)));
    }

    @Test
    void differencesCountByWeightAndTheBaseHasTheRest() throws UnreadableException {
        MergeRecipe recipe = recipe("""
                merge_method: dare_ties
                base_model: acme/base
                models:
                  - model: acme/base
                  - model: acme/a
                    parameters: {weight: 0.3, density: 0.5}
                  - model: acme/b
                    parameters: {weight: 0.5}
                parameters: {density: 0.9}
                """);

        assertThat(weights(recipe)).isEqualTo(Map.of("acme/a", 0.3, "acme/b", 0.5, "acme/base", 0.2));
        assertThat(recipe.parents().get(2).role()).isEqualTo(MergeRecipe.Role.BASE);
        assertThat(recipe.rule()).isEqualTo("weight of each difference to the base, which has the rest");
    }

    @Test
    void stackedLayersCountByTheirNumber() throws UnreadableException {
        assertThat(weights("""
                        merge_method: passthrough
                        slices:
                          - sources: [{model: acme/a, layer_range: [0, 24]}]
                          - sources: [{model: acme/b, layer_range: [8, 24]}]
                          - sources: [{model: acme/a, layer_range: [24, 32]}]
                        """)).isEqualTo(Map.of("acme/a", rounded(2 / 3.0), "acme/b", rounded(1 / 3.0)));
    }

    @Test
    void theNearestParameterCounts() throws UnreadableException {
        assertThat(weights("""
                        merge_method: linear
                        parameters: {weight: 100}
                        modules:
                          decoder:
                            parameters: {weight: 8}
                            slices:
                              - parameters: {weight: 1}
                                sources:
                                  - {model: a/own, layer_range: [0, 2], parameters: {weight: 3}}
                                  - {model: a/slice, layer_range: [0, 2]}
                              - sources:
                                  - {model: a/module, layer_range: [2, 4]}
                        """)).isEqualTo(Map.of("a/own", 0.375, "a/slice", 0.125, "a/module", 0.5));
    }

    @Test
    void aModelMadeByAnEarlierDocumentIsReplacedByWhatItWasMadeOf() throws UnreadableException {
        assertThat(weights("""
                        name: first
                        merge_method: linear
                        models:
                          - {model: acme/a, parameters: {weight: 1}}
                          - {model: acme/b, parameters: {weight: 3}}
                        ---
                        merge_method: linear
                        models:
                          - {model: first, parameters: {weight: 0.5}}
                          - {model: acme/a, parameters: {weight: 0.5}}
                        """)).isEqualTo(Map.of("acme/a", 0.625, "acme/b", 0.375));
    }

    @Test
    void theExpertsOfAMixtureCountAlike() throws UnreadableException {
        assertThat(weights("""
                        base_model: acme/base
                        gate_mode: hidden
                        experts:
                          - {source_model: acme/a, positive_prompts: [code]}
                          - {source_model: acme/b, positive_prompts: [chat]}
                        """)).isEqualTo(Map.of("acme/a", 0.5, "acme/b", 0.5, "acme/base", -1.0));
    }

    @Test
    void referencesMayHoldRevisionsAdaptersAndFolders() throws UnreadableException {
        MergeRecipe recipe = recipe("""
                merge_method: model_stock
                base_model: {model: {path: acme/base, revision: abc}}
                models:
                  - model: acme/a@v2+acme/lora@v1
                  - model: {model: acme/b, lora: {path: acme/lora-b}}
                  - model: ./out/My-Model/
                  - model: acme/a@v3
                """);

        assertThat(recipe.parents())
                .extracting(parent -> parent.model() + " " + parent.role() + " " + parent.revision())
                .containsExactly(
                        "acme/a MERGED v2",
                        "acme/b MERGED null",
                        "local:My-Model MERGED null",
                        "acme/base BASE abc",
                        "acme/lora ADAPTER v1",
                        "acme/lora-b ADAPTER null");
        assertThat(recipe.parents().get(0).weight()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "slerp",
                "nuslerp",
                "multislerp",
                "karcher",
                "task_arithmetic",
                "ties",
                "dare_linear",
                "dare_ties",
                "della",
                "della_linear",
                "breadcrumbs",
                "breadcrumbs_ties",
                "passthrough"
            })
    void theWeightsOfEveryMethodAddUpToOne(String method) throws UnreadableException {
        Map<String, Double> weights = weights("""
                merge_method: METHOD
                base_model: acme/a
                models:
                  - {model: acme/a, parameters: {weight: 0.4}}
                  - {model: acme/b, parameters: {weight: [0.1, 0.9], density: 0.3}}
                parameters: {t: 0.3}
                """.replace("METHOD", method));

        assertThat(weights.values().stream()
                        .filter(weight -> weight >= 0)
                        .mapToDouble(weight -> weight)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1, 2]",
                "merge_method: linear",
                "models: [{model: a}]",
                "merge_method: linear\nmodels: [{model: a}]\nslices: []",
                "merge_method: linear\nmodels: [a]",
                "merge_method: linear\nmodels: [{model: [a]}]",
                "merge_method: linear\nmodels: [{model: a, parameters: {weight: heavy}}]",
                "merge_method: linear\nmodels: [{model: a, parameters: {weight: .nan}}]",
                "merge_method: passthrough\nslices: [{sources: [{model: a, layer_range: [9, 1]}]}]",
                "merge_method: linear\nmodels: [{model: ''}]",
                "merge_method: linear\nmodels: [{model: a",
                "merge_method: linear\nmerge_method: ties\nmodels: [{model: a}]",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"
            })
    void whatIsNoConfigurationIsRefused(String text) {
        assertThatThrownBy(() -> recipe(text)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aFewLinesCannotUnfoldToGigabytes() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            bomb.append("a" + level + ": &a" + level + " [" + ("*a" + (level - 1) + ",").repeat(9) + "]\n");
        }
        assertThatThrownBy(() -> recipe(bomb.toString()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("aliases");
        assertThatThrownBy(() -> recipe("a: " + "[".repeat(1_000) + "]".repeat(1_000)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("Depth");
        assertThatThrownBy(() -> MergeRecipe.read(org.eyrie.sources.Database.file("big.yml", new byte[50_000_000])))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("longer than 1000000 characters");
    }

    private static MergeRecipe recipe(String text) throws UnreadableException {
        return MergeRecipe.parse(Place.of("mergekit_config.yml"), text);
    }

    private static Map<String, Double> weights(String text) throws UnreadableException {
        return weights(recipe(text));
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1e9) / 1e9;
    }

    /** Weights by model; -1 for none. */
    private static Map<String, Double> weights(MergeRecipe recipe) {
        Map<String, Double> weights = new TreeMap<>();
        recipe.parents()
                .forEach(parent ->
                        weights.put(parent.model().value(), parent.weight() == null ? -1.0 : rounded(parent.weight())));
        return weights;
    }
}
