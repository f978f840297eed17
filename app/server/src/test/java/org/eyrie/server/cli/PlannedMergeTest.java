package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is the model it would become: asked by its recipe, and imported by it, it has the same predictions. */
class PlannedMergeTest extends CommandLineTest {

    private static final String TASK_VECTORS = """
            merge_method: ties
            base_model: acme/base-7b
            models:
              - {model: acme/a-7b, parameters: {weight: 0.6, density: 0.5}}
              - {model: acme/b-7b, parameters: {weight: 0.2, density: 0.5}}
            """;

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @ValueSource(
            strings = {
                TASK_VECTORS,
                "{merge_method: linear, models: [{model: acme/a-7b, parameters: {weight: 3}},"
                        + " {model: acme/b-7b, parameters: {weight: 1}}]}",
                "{merge_method: dare_ties, base_model: acme/base-7b,"
                        + " models: [{model: acme/a-7b, parameters: {weight: 0}},"
                        + " {model: acme/b-7b, parameters: {weight: 1}}, {model: acme/base-7b}]}",
                "{merge_method: model_stock, base_model: acme/base-7b, models: [{model: acme/a-7b}, {model: acme/b-7b}]}",
                "{merge_method: task_arithmetic, base_model: acme/base-7b, models: [{model: acme/a-7b}]}",
                "{merge_method: slerp, base_model: acme/a-7b, parameters: {t: 0.9},"
                        + " models: [{model: acme/a-7b}, {model: acme/b-7b}]}",
                "{merge_method: linear, models: [{model: acme/a-7b+acme/b-7b, parameters: {weight: 1}}]}",
                "{merge_method: linear, models: [{model: acme/base-7b+acme/a-7b, parameters: {weight: 1}},"
                        + " {model: acme/base-7b+acme/b-7b, parameters: {weight: 1}}]}",
                "{merge_method: passthrough, slices: [{sources: [{model: acme/a-7b, layer_range: [0, 24]}]},"
                        + " {sources: [{model: acme/b-7b, layer_range: [8, 32]}]}]}",
                "{base_model: acme/base-7b, gate_mode: random,"
                        + " experts: [{source_model: acme/a-7b}, {source_model: acme/b-7b}]}",
            })
    void plannedAndImportedItIsPredictedAlike(String recipe) throws IOException {
        fit();
        String file = recipe(recipe);
        JsonNode planned = eyrie("what-if", "--recipe", file, "--json").json();
        assertThat(eyrie("import", "mergekit", file, "--model-id", "mixture").exitCode())
                .isZero();
        JsonNode imported =
                eyrie("predict", "--model", "mixture", "--format", "json").json();

        assertThat(planned).hasSize(2);
        assertThat(imported).hasSize(2);
        for (int row = 0; row < 2; row++) {
            for (String bound : new String[] {"predicted", "lower", "upper"}) {
                assertThat(planned.get(row).get(bound).asDouble())
                        .as(bound)
                        .isCloseTo(imported.get(row).get(bound).asDouble(), within(1e-9));
            }
        }
    }

    @Test
    void aBaseWithoutAShareDoesNotTakeTheOthersSharesAway() throws IOException {
        fit();
        JsonNode towardsA =
                eyrie("what-if", "--recipe", recipe(TASK_VECTORS), "--json").json();
        String turned = TASK_VECTORS.replace("0.6", "0.1").replace("0.2", "0.9");
        JsonNode towardsB =
                eyrie("what-if", "--recipe", recipe(turned), "--json").json();

        assertThat(towardsA.get(0).get("predicted").asDouble())
                .as("the better parent weighs more")
                .isGreaterThan(towardsB.get(0).get("predicted").asDouble());
    }

    @Test
    void parentsWithoutAShareHaveWhatTheOthersLeave() {
        fit();
        assertThat(eyrie("what-if", "--parent", "acme/a-7b:0.75", "--parent", "acme/b-7b", "--json")
                        .json())
                .isEqualTo(eyrie("what-if", "--parent", "acme/a-7b:0.75", "--parent", "acme/b-7b:0.25", "--json")
                        .json());
    }

    private String recipe(String text) throws IOException {
        return Files.writeString(folder.resolve("mergekit_config.yml"), text).toString();
    }
}
