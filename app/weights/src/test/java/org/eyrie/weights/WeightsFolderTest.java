package org.eyrie.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsFolderTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | overlaps a by 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}} | 4 bytes that belong to nothing",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}} | ends 4 bytes too early",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 bytes at its end belong to nothing",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,12]}} | F32 of shape [2] takes 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]},\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}} | \"a\" occurs twice",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-3],\"data_offsets\":[0,12]}} | no list of sizes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[12,0]}} | not a begin and an end",
                "{\"a\":{\"dtype\":\"Q4\",\"shape\":[3],\"data_offsets\":[0,12]}} | dtype is Q4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,12]}} | larger than any file",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]} | ends in the middle",
                "[] | no JSON object",
            })
    void aHeaderThatLiesIsNotBelieved(String header, String reason) throws IOException {
        WeightsFiles.file(folder, "model.safetensors", header, new byte[12]);
        assertThatThrownBy(() -> WeightsFolder.open(folder))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining(reason);
    }

    @Test
    void aHeaderLongerThanTheFileOrThanAnyIsRefusedWithoutReadingIt() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(file, new byte[] {100, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertThatThrownBy(() -> WeightsFolder.open(folder)).hasMessageContaining("not fetched or copied whole");
        Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, '{', '}'});
        assertThatThrownBy(() -> WeightsFolder.open(folder)).hasMessageContaining("100000000 are the most");
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\n");
        assertThatThrownBy(() -> WeightsFolder.open(folder)).hasMessageContaining("pointer of Git LFS");
    }

    @Test
    void shardsAndIndexMustAgree() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        WeightsFiles.file(folder, "one.safetensors", header, new byte[4]);
        index("{\"a\":\"one.safetensors\"}");
        try (WeightsFolder weights = WeightsFolder.open(folder)) {
            assertThat(weights.tensors()).containsOnlyKeys("a");
        }
        index("{\"a\":\"one.safetensors\",\"b\":\"one.safetensors\"}");
        assertThatThrownBy(() -> WeightsFolder.open(folder)).hasMessageContaining("has b, which it has not");
        index("{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\"}");
        assertThatThrownBy(() -> WeightsFolder.open(folder))
                .hasMessageContaining("two.safetensors: There is no such file");
        index("{\"a\":\"../one.safetensors\"}");
        assertThatThrownBy(() -> WeightsFolder.open(folder)).hasMessageContaining("no file beside it");
    }

    private void index(String map) throws IOException {
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"metadata\":{},\"weight_map\":" + map + "}");
    }

    @Test
    void whatIsNotFiniteIsToldWithTensorAndElement() throws IOException {
        WeightsFiles.model(folder, 1, 2, Float.NaN, 4, 5, 6);
        try (WeightsFolder weights = WeightsFolder.open(folder)) {
            assertThatThrownBy(() -> weights.read("a", 0, new float[4], 4))
                    .hasMessageContaining("tensor a")
                    .hasMessageContaining("Element 2 is NaN");
            float[] rest = new float[2];
            weights.read("b", 0, rest, 2);
            assertThat(rest).containsExactly(5, 6);
        }
    }

    @Test
    void modelsThatDoNotFitAreRefusedWithEveryReason() throws IOException {
        Path base = WeightsFiles.model(folder.resolve("base"), 1, 2, 3, 4, 5, 6);
        Path wide = WeightsFiles.model(folder.resolve("wide"), 1, 2, 3, 4, 5, 6, 7, 8);
        Files.writeString(base.resolve("tokenizer.json"), "{\"model\":{\"vocab\":{\"x\":0,\"y\":1}}}");
        Files.writeString(wide.resolve("tokenizer.json"), "{\"model\":{\"vocab\":{\"x\":1,\"y\":0}}}");
        try (WeightsFolder one = WeightsFolder.open(base);
                WeightsFolder other = WeightsFolder.open(wide)) {
            assertThatThrownBy(() -> Compatibility.check(one, List.of(other)))
                    .hasMessageContaining("tensor a: It cannot be merged: its shape is [2, 3], the base's [2, 2]")
                    .hasMessageContaining("numbers 2 tokens otherwise: \"x\" is 1, the base's 0");
            assertThat(Compatibility.check(one, List.of(one))).isEmpty();
        }
    }
}
