package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.program.Program;
import org.eyrie.program.mergekit.MergekitExport;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Merges of models in 16 bits, in one file and in shards, beside those of mergekit, told to work in 32 bits and to write 16, where
 * EYRIE_MERGEKIT_PYTHON names a Python that has it.
 */
class HalvesBesideTest {

    private static final String SCRIPT = "src/test/python/beside_mergekit.py";
    private static final Map<String, String> PROGRAMS = Map.of(
            "sum", "base + .6 * tau(1) + .9 * tau(2) + 1.2 * tau(3)",
            "elected", "base + 1.5 * mean_of_nonzero(agree(taus))");

    @Test
    void theyAreTheSameButForSumsThatLieInTheMiddle(@TempDir Path folder) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("EYRIE_MERGEKIT_PYTHON", "");
        assumeTrue(!python.isBlank(), "EYRIE_MERGEKIT_PYTHON names no Python with mergekit");
        merges(folder, "plain", "float16", ShippedFamily.CIPHERS.unpack(folder.resolve("plain")));
        Path brains = ShippedFamily.CIPHERS.unpack(folder.resolve("brains"));
        Path mixed = ShippedFamily.ALMANAC.unpack(folder.resolve("mixed"));
        List<String> kinds = List.of("bfloat16", "float16", "float32", "bfloat16");
        List<String> words = new ArrayList<>(List.of(python, SCRIPT, "--store"));
        for (int i = 0; i < kinds.size(); i++) {
            String model = ShippedFamily.MODELS.get(i);
            words.add("bfloat16=" + brains.resolve(model));
            words.add(kinds.get(i) + "=" + mixed.resolve(model));
        }
        output(words);
        merges(folder, "brains", "bfloat16", brains);
        merges(folder, "mixed", "bfloat16", mixed);
        List<String> lines = output(List.of(python, SCRIPT, folder.toString()))
                .lines()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertThat(lines).hasSize(3 * PROGRAMS.size());
        for (String line : lines) {
            JsonNode one = new ObjectMapper().readTree(line);
            assertThat(one.get("types")).as(line).hasSize(1);
            // Sums of 32 bits in another order differ in their last bit, and next to the middle that decides.
            assertThat(one.at("/apart/0").asInt())
                    .as(line)
                    .isLessThan(one.get("elements").asInt() / 1_000);
            assertThat(one.at("/apart/1").asInt()).as(line).isLessThanOrEqualTo(1);
        }
    }

    private static void merges(Path folder, String of, String kind, Path models) throws IOException {
        Path base = models.resolve("seed");
        List<Path> parents =
                ShippedFamily.MODELS.stream().skip(1).map(models::resolve).toList();
        for (Map.Entry<String, String> each : PROGRAMS.entrySet()) {
            Program program = Program.parse(each.getValue());
            String name = of + "-" + each.getKey();
            new FolderMerge(program, base, parents, folder.resolve(name), 100_000).run(Progress.NONE);
            List<String> names = parents.stream().map(Path::toString).toList();
            String recipe = MergekitExport.yaml(program, base.toString(), names, "float32");
            Files.writeString(folder.resolve(name + ".yml"), recipe + "out_dtype: " + kind + "\n");
        }
    }

    private static String output(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words.toString()).isZero();
        return out;
    }
}
