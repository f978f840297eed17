package org.eyrie.llama.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.llama.items.ItemFile;
import org.eyrie.llama.shipped.ShippedFamily;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beside transformers itself, where EYRIE_TRANSFORMERS names a Python that has it. */
class TransformersTest {

    @ParameterizedTest
    @EnumSource
    void generatingThereSolvesTheSameItems(ShippedFamily family, @TempDir Path folder)
            throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("EYRIE_TRANSFORMERS", "");
        assumeTrue(!python.isBlank(), "EYRIE_TRANSFORMERS names no Python with torch and transformers");
        Path unpacked = family.unpack(folder);
        List<String> lines = Files.readAllLines(ShippedFamily.items(unpacked)).stream()
                .filter(line -> line.hashCode() % 8 == 0)
                .toList();
        Path some = Files.write(folder.resolve("some.jsonl"), lines);
        ModelFolder read = ModelFolder.read(unpacked.resolve("specialist2"));
        List<BenchmarkItem> items = ItemFile.read(some);
        boolean[] solved = new ExactMatch("items", items, read).solvedBy(read.model());
        StringBuilder ours = new StringBuilder();
        for (boolean one : solved) {
            ours.append(one ? '1' : '0');
        }
        assertThat(ours.toString()).contains("1").contains("0");
        assertThat(generated(python, read.folder(), some)).isEqualTo(ours.toString());
    }

    private static String generated(String python, Path model, Path items) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python, "src/test/python/references.py", "--answers", model.toString(), items.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return out.strip();
    }
}
