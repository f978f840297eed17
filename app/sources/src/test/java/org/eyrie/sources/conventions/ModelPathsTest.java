package org.eyrie.sources.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How names are read: a table of laws that binds the Python client too. */
class ModelPathsTest {

    private static final Path LAWS =
            Path.of("../python/tests/conformance/names.json").toAbsolutePath().normalize();

    static List<Arguments> laws() throws IOException {
        Map<String, Object> file = StrictJson.object(Place.of("names.json"), Files.readString(LAWS));
        List<Map<String, Object>> laws = objects(file.get("laws"));
        assertThat(laws).hasSizeGreaterThan(10);
        return laws.stream()
                .flatMap(law -> objects(law.get("names")).stream()
                        .map(name ->
                                Arguments.of(law.get("law"), name.get("text"), name.get("id"), name.get("revision"))))
                .toList();
    }

    private static List<Map<String, Object>> objects(@Nullable Object list) {
        return list instanceof List<?> each
                ? each.stream().map(one -> ParsedTree.object((Map<?, ?>) one)).toList()
                : List.of();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("laws")
    void aNameIsReadByTheLaw(String law, String text, @Nullable String id, @Nullable String revision) {
        if (id == null) {
            assertThatIllegalArgumentException().as(law).isThrownBy(() -> ModelPaths.read(text));
        } else {
            assertThat(ModelPaths.read(text)).as(law).isEqualTo(new NamedModel(new ModelId(id), revision));
            assertThat(ModelPaths.id(id)).as("what was read is read as itself").isEqualTo(new ModelId(id));
            assertThat(ModelPaths.isLocal(id)).isEqualTo(id.startsWith("local:"));
        }
    }

    @Test
    void aTextMayListNames() {
        assertThat(ModelPaths.list("birch/a, birch/b")).containsExactly("birch/a", "birch/b");
        assertThat(ModelPaths.list("birch/a; birch/b\nbirch/c,")).containsExactly("birch/a", "birch/b", "birch/c");
        assertThat(ModelPaths.list(" [\"birch/a\", 'birch/b'] ")).containsExactly("birch/a", "birch/b");
        assertThat(ModelPaths.list("birch/a")).containsExactly("birch/a");
        assertThat(ModelPaths.list(" , ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "birch/Mix-7B, birch/Mix-7B",
        "exp-a/checkpoint-500, exp-a/checkpoint-500",
        "/opt/ml/model, /opt/ml/model",
        "my mix (v2), my mix (v2)",
        "birch/mix@step1000, birch/mix@step1000",
        "local:exp-a/final, local:exp-a/final",
        "models:/mix/3, models:/mix/3",
        "https://example.org/mix.bin, https://example.org/mix.bin",
        "https://huggingface.co/birch/mix-7b, birch/mix-7b",
        "[mix](https://huggingface.co/birch/mix-7b), birch/mix-7b",
        "hf://birch/mix-7b, birch/mix-7b",
        "huggingface.co/birch/mix-7b/tree/main, birch/mix-7b",
        "https://huggingface.co/birch/mix-7b/tree/step1000, birch/mix-7b@step1000",
        "https://huggingface.co/birch/mix-7b/tree/0123456789abcdef0123456789abcdef01234567, birch/mix-7b",
        "/root/.cache/huggingface/hub/models--birch--mix-7b/snapshots/main, birch/mix-7b"
    })
    void inOnesOwnTableAnIdIsWhatItSaysButForAddressesOfTheHub(String text, String id) {
        assertThat(ModelPaths.asWritten(text)).isEqualTo(new ModelId(id));
        assertThat(ModelPaths.asWritten(id)).as("an export comes back equal").isEqualTo(new ModelId(id));
    }

    @Test
    void anAddressOfADataSetIsNoModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelPaths.asWritten("https://huggingface.co/datasets/birch/facts"))
                .withMessageContaining("no address of a model");
        assertThatIllegalArgumentException().isThrownBy(() -> ModelPaths.asWritten(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/ml/model", "./checkpoint-500", "/workspace/output/final"})
    void ofAFolderThatIsCalledAsOthersAreItIsSaid(String path) {
        assertThat(ModelPaths.remark(ModelPaths.id(path)).orElseThrow()).contains("folder", "name each");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/m/mix-7b.Q4_K_M.gguf", "./mix-7b.gguf"})
    void aFileIsSaidToBeOne(String path) {
        assertThat(ModelPaths.remark(ModelPaths.id(path)).orElseThrow())
                .contains("is a file on somebody's disk")
                .doesNotContain("is a folder");
    }

    @ParameterizedTest
    @CsvSource({"/work/left/final, folder", "https://example.org/mix.bin, address"})
    void ofWhatNobodyElseKnowsItIsSaid(String text, String word) {
        assertThat(ModelPaths.remark(ModelPaths.id(text)).orElseThrow())
                .contains(word)
                .doesNotContain("name each");
    }

    @ParameterizedTest
    @ValueSource(strings = {"birch/mix-7b", "models:/mix/1", "https://huggingface.co/birch/mix-7b", "gpt2"})
    void ofANameThereIsNothingToSay(String text) {
        assertThat(ModelPaths.remark(ModelPaths.id(text))).isEmpty();
    }
}
