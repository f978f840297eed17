package org.eyrie.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeWriterTest {

    @TempDir
    private Path folder = Path.of("");

    private Path base = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void aBase() throws IOException {
        base = WeightsFiles.model(folder.resolve("base"), 1, 2, 3, 4, 5, 6);
        out = folder.resolve("out");
        Files.writeString(base.resolve("config.json"), "{}");
        Files.writeString(base.resolve("README.md"), "of the base");
    }

    private static TensorMaker doubling(WeightsFolder weights) {
        return (tensor, sink) -> {
            float[] values = new float[(int) tensor.size()];
            weights.read(tensor.name(), 0, values, values.length);
            for (int k = 0; k < values.length; k++) {
                values[k] *= 2;
            }
            sink.write(values, values.length);
        };
    }

    @Test
    void whatIsWrittenIsReadAgainWithWhatTheBaseHasBesideItsWeights() throws IOException {
        for (long most : new long[] {10, 1_000}) {
            Path to = folder.resolve("out" + most);
            try (WeightsFolder weights = WeightsFolder.open(base);
                    MergeWriter writer = MergeWriter.open(to, "double", weights, most)) {
                writer.write(doubling(weights), 1, (name, number, of, resumed) -> {});
            }
            try (WeightsFolder made = WeightsFolder.open(to)) {
                float[] values = new float[4];
                made.read("a", 0, values, 4);
                assertThat(values).containsExactly(2, 4, 6, 8);
                made.read("b", 0, values, 2);
                assertThat(values).startsWith(10, 12);
            }
            assertThat(names(to))
                    .containsExactlyElementsOf(
                            most == 10
                                    ? List.of(
                                            "config.json",
                                            "model-00001-of-00002.safetensors",
                                            "model-00002-of-00002.safetensors",
                                            "model.safetensors.index.json")
                                    : List.of("config.json", "model.safetensors"));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void brokenOffItGoesOnAtTheShard() throws IOException {
        try (WeightsFolder weights = WeightsFolder.open(base)) {
            TensorMaker half = (tensor, sink) -> {
                if (tensor.name().equals("b")) {
                    sink.write(new float[1], 1);
                    throw new IllegalStateException("killed");
                }
                doubling(weights).make(tensor, sink);
            };
            try (MergeWriter writer = MergeWriter.open(out, "double", weights, 10)) {
                assertThatThrownBy(() -> writer.write(half, 1, (name, number, of, resumed) -> {}))
                        .hasMessage("killed");
            }
            assertThat(names(out))
                    .contains("model-00001-of-00002.safetensors")
                    .doesNotContain("model.safetensors.index.json");
            assertThatThrownBy(() -> WeightsFolder.open(out)).hasMessageContaining("has not ended");
            assertThatThrownBy(() -> MergeWriter.open(out, "another", weights, 10))
                    .hasMessageContaining("Another merge was begun there");
            List<Boolean> resumed = new ArrayList<>();
            try (MergeWriter writer = MergeWriter.open(out, "double", weights, 10)) {
                writer.write(doubling(weights), 1, (name, number, of, before) -> resumed.add(before));
            }
            assertThat(resumed).containsExactly(true, false);
            assertThatThrownBy(() -> MergeWriter.open(out, "double", weights, 10))
                    .hasMessageContaining("A model is there already");
        }
    }

    @Test
    void whereNothingWasWrittenAnotherMergeMayBegin() throws IOException {
        try (WeightsFolder weights = WeightsFolder.open(base)) {
            TensorMaker broken = (tensor, sink) -> {
                throw new UnusableWeightsException("parent", "NaN in it.");
            };
            try (MergeWriter writer = MergeWriter.open(out, "of a broken parent", weights, 10)) {
                assertThatThrownBy(() -> writer.write(broken, 1, (name, number, of, resumed) -> {}))
                        .hasMessageContaining("NaN in it.");
            }
            List<Boolean> resumed = new ArrayList<>();
            try (MergeWriter writer = MergeWriter.open(out, "of a mended parent", weights, 10)) {
                writer.write(doubling(weights), 1, (name, number, of, before) -> resumed.add(before));
            }
            assertThat(resumed).containsExactly(false, false);
            assertThat(names(out)).doesNotContain("eyrie-merge.journal");
        }
    }

    @Test
    void aShardThatIsNotAsLongAsTheJournalSaysIsWrittenAgain() throws IOException {
        try (WeightsFolder weights = WeightsFolder.open(base)) {
            Files.createDirectories(out);
            Files.writeString(
                    out.resolve("eyrie-merge.journal"),
                    "double shards of 10\nmodel-00001-of-00002.safetensors 99\nmodel-00002-of-00002.safetensors 1");
            Files.writeString(out.resolve("model-00001-of-00002.safetensors"), "torn");
            List<Boolean> resumed = new ArrayList<>();
            try (MergeWriter writer = MergeWriter.open(out, "double", weights, 10)) {
                writer.write(doubling(weights), 1, (name, number, of, before) -> resumed.add(before));
            }
            assertThat(resumed).containsExactly(false, false);
        }
    }

    @Test
    void twoWritersInOneFolderAreRefused() throws IOException {
        try (WeightsFolder weights = WeightsFolder.open(base);
                MergeWriter first = MergeWriter.open(out, "double", weights, 10)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> MergeWriter.open(out, "double", weights, 10))
                    .hasMessageContaining("Another merge writes there just now");
        }
    }

    @Test
    void theBasesOwnFolderIsNotWrittenTo() throws IOException {
        try (WeightsFolder weights = WeightsFolder.open(base)) {
            assertThatThrownBy(() -> MergeWriter.open(base, "double", weights, 10))
                    .hasMessageContaining("base's own folder");
        }
    }
}
