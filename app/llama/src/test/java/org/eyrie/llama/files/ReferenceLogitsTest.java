package org.eyrie.llama.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.llama.forward.LlamaModel;
import org.eyrie.llama.json.JsonParser;
import org.eyrie.llama.shipped.ShippedFamily;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against logits that transformers computed; src/test/python/references.py writes them. */
class ReferenceLogitsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @ParameterizedTest
    @ValueSource(strings = {"plain", "grouped", "wide-heads"})
    void everyShapeComputesWhatTransformersDoes(String shape) throws IOException {
        Path folder = RESOURCES.resolve("shapes").resolve(shape);
        LlamaModel model = ModelFolder.read(folder).model();
        List<String> lines = Files.readAllLines(folder.resolve("logits.jsonl"));
        assertThat(lines).hasSize(3);
        lines.forEach(line -> compare(model, JsonParser.object(line)));
    }

    @ParameterizedTest
    @EnumSource
    void soDoTheModelsThatComeAlong(ShippedFamily family, @TempDir Path folder) throws IOException {
        Path unpacked = family.unpack(folder);
        for (String name : ShippedFamily.MODELS) {
            ModelFolder read = ModelFolder.read(unpacked.resolve(name));
            List<String> lines = Files.readAllLines(RESOURCES.resolve(family.folder() + "-" + name + ".jsonl"));
            assertThat(lines).isNotEmpty();
            for (String line : lines) {
                Map<String, @Nullable Object> reference = JsonParser.object(line);
                assertThat(read.tokenizer().encode(String.valueOf(reference.get("text"))))
                        .isEqualTo(tokens(reference));
                compare(read.model(), reference);
            }
        }
    }

    private static void compare(LlamaModel model, Map<String, @Nullable Object> reference) {
        float[][] logits = model.logits(tokens(reference));
        List<?> expected = list(reference, "logits");
        assertThat(expected).hasSameSizeAs(logits);
        for (int position = 0; position < logits.length; position++) {
            List<?> row = (List<?>) expected.get(position);
            assertThat(row).hasSize(logits[position].length);
            for (int token = 0; token < row.size(); token++) {
                assertThat((double) logits[position][token]).isCloseTo((Double) row.get(token), within(1e-4));
            }
        }
    }

    private static int[] tokens(Map<String, @Nullable Object> reference) {
        return list(reference, "tokens").stream()
                .mapToInt(token -> ((Double) token).intValue())
                .toArray();
    }

    private static List<?> list(Map<String, @Nullable Object> reference, String key) {
        return reference.get(key) instanceof List<?> list ? list : List.of();
    }
}
