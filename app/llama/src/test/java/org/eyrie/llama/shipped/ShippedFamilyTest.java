package org.eyrie.llama.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eyrie.llama.files.ModelFolder;
import org.eyrie.llama.forward.LlamaModel;
import org.eyrie.llama.forward.TensorSource;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.llama.items.ItemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedFamilyTest {

    @TempDir
    private Path folder = Path.of("nowhere");

    @Test
    void modelsAreKnownByFamilyAndName() {
        assertThat(ShippedFamily.of("almanac/seed")).contains(ShippedFamily.ALMANAC);
        assertThat(ShippedFamily.of("ciphers/specialist3")).contains(ShippedFamily.CIPHERS);
        assertThat(ShippedFamily.of("ciphers/specialist4")).isEmpty();
        assertThat(ShippedFamily.of("seed")).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsLeftAloneAndWhatWasChangedIsMended() throws IOException {
        Path family = ShippedFamily.CIPHERS.unpack(folder);
        Path weights = family.resolve("seed/model.safetensors");
        Path items = ShippedFamily.items(family);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(weights, longAgo);
        String before = Files.readString(items);
        Files.writeString(items, "half of the");
        ShippedFamily.CIPHERS.unpack(folder);
        assertThat(Files.getLastModifiedTime(weights)).isEqualTo(longAgo);
        assertThat(items).hasContent(before);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1 + 4 * 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itemsAreEnoughForASearchAndForATestAfterIt(ShippedFamily family) throws IOException {
        List<BenchmarkItem> items = ItemFile.read(ShippedFamily.items(family.unpack(folder)));
        assertThat(items.stream().map(BenchmarkItem::task).distinct()).hasSize(6);
        assertThat(items).filteredOn(item -> item.split().equals("develop")).hasSize(720);
        assertThat(items).filteredOn(item -> item.split().equals("test")).hasSize(1800);
    }

    /** Six tenths of every task vector: no search at all. */
    @ParameterizedTest
    @EnumSource
    void aPlainMergeIsBetterThanEveryParent(ShippedFamily family) throws IOException {
        Path unpacked = family.unpack(folder);
        List<BenchmarkItem> items = ItemFile.read(ShippedFamily.items(unpacked)).stream()
                .filter(item -> item.split().equals("develop"))
                .toList();
        ModelFolder seed = ModelFolder.read(unpacked.resolve("seed"));
        ExactMatch match = new ExactMatch("items", items, seed);
        List<TensorSource> tensors = new ArrayList<>();
        double best = 0;
        for (String name : ShippedFamily.MODELS) {
            ModelFolder parent = ModelFolder.read(unpacked.resolve(name));
            tensors.add(parent.tensors());
            best = Math.max(best, share(match.solvedBy(parent.model())));
        }
        LlamaModel merge = new LlamaModel("merge", seed.shape(), new Sum(tensors, 0.6f));
        assertThat(share(match.solvedBy(merge))).isGreaterThan(best + 0.05);
    }

    private static double share(boolean[] solved) {
        int count = 0;
        for (boolean one : solved) {
            count += one ? 1 : 0;
        }
        return (double) count / solved.length;
    }

    /** The first, and a share of what the others differ by. */
    private record Sum(List<TensorSource> parts, float weight) implements TensorSource {

        @Override
        public Set<String> names() {
            return parts.get(0).names();
        }

        @Override
        public List<Long> shape(String name) {
            return parts.get(0).shape(name);
        }

        @Override
        public float[] values(String name) {
            float[] base = parts.get(0).values(name);
            float[] sum = base.clone();
            for (TensorSource part : parts.subList(1, parts.size())) {
                float[] tuned = part.values(name);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * (tuned[i] - base[i]);
                }
            }
            return sum;
        }
    }
}
