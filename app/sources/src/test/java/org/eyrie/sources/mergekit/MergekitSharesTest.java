package org.eyrie.sources.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictJson;
import org.eyrie.sources.tree.StrictYaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shares that recipes say, held against what mergekit makes of them: {@code mergekit_shares.py} merges real models and
 * measures how much of each is in the result.
 */
class MergekitSharesTest {

    private static final Path FOLDER =
            Path.of("../python/tests/conformance/mergekit").toAbsolutePath().normalize();

    static List<Arguments> laws() throws IOException {
        Map<String, Object> measured =
                StrictJson.object(Place.of("shares.json"), Files.readString(FOLDER.resolve("shares.json")));
        Map<String, Object> file = StrictYaml.documents(
                        Place.of("recipes.yml"), Files.readString(FOLDER.resolve("recipes.yml")))
                .get(0);
        List<Arguments> laws = new ArrayList<>();
        if (file.get("laws") instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> law = ParsedTree.object((Map<?, ?>) each);
                laws.add(Arguments.of(
                        law.get("law"),
                        new ObjectMapper().writeValueAsString(law.get("recipe")),
                        measured.get(String.valueOf(law.get("law"))),
                        law.get("random")));
            }
        }
        assertThat(laws).hasSizeGreaterThan(30).hasSameSizeAs(measured.keySet());
        return laws;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void aShareIsWhatMergekitMakesOfIt(String law, String recipe, Map<String, Double> measured, @Nullable Object random)
            throws IOException {
        double added = measured.values().stream()
                .filter(factor -> factor > 0)
                .mapToDouble(Double::doubleValue)
                .sum();
        double allowed = random == null ? 2e-3 : 0.06;

        MergeRecipe read = MergeRecipe.parse(Place.of(law), recipe);

        assertThat(read.parents())
                .extracting(parent -> parent.model().value())
                .containsExactlyInAnyOrderElementsOf(measured.keySet());
        for (MergeRecipe.Parent parent : read.parents()) {
            String model = parent.model().value();
            double factor = measured.getOrDefault(model, Double.NaN);
            if (parent.weight() != null) {
                assertThat(parent.weight()).as(model).isCloseTo(factor / added, within(allowed));
            } else if (!read.rule().startsWith("no shares")) {
                assertThat(factor).as(model).isLessThan(allowed);
            }
            assertThat(String.join(" ", read.notes()).contains(model + " is subtracted"))
                    .as(model)
                    .isEqualTo(factor < 0);
        }
    }
}
