package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.program.Preset;
import org.eyrie.program.Program;
import org.eyrie.program.mergekit.MergekitExport;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Merges beside those that mergekit makes of the exported configurations, on the families that come along, where
 * EYRIE_MERGEKIT_PYTHON names a Python that has mergekit and transformers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergekitBesideTest {

    private static final Map<String, String> FURTHER = Map.of(
            "kinds-and-curves",
            "base + kind(mlp=1, attn=.5, norm=.2) * (.6 * tau(1) + ramp(0, 1) * tau(3))",
            "weighted-ties",
            "base + .7 * mean_of_nonzero(agree(keep(taus, .3), weights=each(1, .5, 2)), weights=each(1, .5, 2))",
            "summed-ties",
            "base + sum(each(.5, 1, .7) * agree(keep(taus, .5), weights=each(.5, 1, .7)))",
            "elected-breadcrumbs",
            "base + sum(agree(middle(only(1, 3), .6, .02, restore=l1)))",
            "karcher",
            "base + (karcher(parents) - base)",
            "slerp-by-kind",
            "base + (slerp(base, parent(2), kind(mlp=.3, attn=.8)) - base)",
            "dare-ties",
            "base + mean_of_nonzero(agree(drop(taus, .3, seed=4)))",
            "mean",
            "base + mean(taus)");

    private static final String SCRIPT = "src/test/python/beside_mergekit.py";

    private final Map<String, JsonNode> found = new LinkedHashMap<>();

    @BeforeAll
    void mergeBoth(@TempDir Path folder) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("EYRIE_MERGEKIT_PYTHON", "");
        assumeTrue(!python.isBlank(), "EYRIE_MERGEKIT_PYTHON names no Python with mergekit and transformers");
        for (ShippedFamily family : ShippedFamily.values()) {
            Path models = family.unpack(folder.resolve("families"));
            List<String> words = new ArrayList<>(List.of(python, SCRIPT, "--float32"));
            ShippedFamily.MODELS.forEach(
                    model -> words.add(models.resolve(model).toString()));
            output(words);
            for (Preset preset : Preset.values()) {
                if (preset != Preset.SELF_DEVELOPING) {
                    String name = preset.name().toLowerCase(Locale.ROOT);
                    merge(folder, family.folder() + "-" + name, preset.program(), models);
                }
            }
            for (Map.Entry<String, String> program : FURTHER.entrySet()) {
                merge(folder, family.folder() + "-" + program.getKey(), Program.parse(program.getValue()), models);
            }
        }
        String out = output(List.of(python, SCRIPT, folder.toString()));
        for (String line : out.lines().filter(line -> line.startsWith("{")).toList()) {
            JsonNode one = new ObjectMapper().readTree(line);
            found.put(one.get("name").asText(), one);
        }
        assertThat(found).hasSize(ShippedFamily.values().length * (Preset.values().length - 1 + FURTHER.size()));
    }

    private static String output(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words.toString()).isZero();
        return out;
    }

    private static void merge(Path folder, String name, Program program, Path models) throws IOException {
        List<Path> parents =
                ShippedFamily.MODELS.stream().skip(1).map(models::resolve).toList();
        Path base = models.resolve("seed");
        new FolderMerge(program, base, parents, folder.resolve(name), MergeWriter.SHARD).run(Progress.NONE);
        List<String> names = parents.stream().map(Path::toString).toList();
        Files.writeString(
                folder.resolve(name + ".yml"), MergekitExport.yaml(program, base.toString(), names, "float32"));
    }

    private static boolean drawn(String name) {
        return name.contains("dare") || name.endsWith("della");
    }

    @Test
    void tensorsAreTheSameToAMillionth() {
        found.forEach((name, one) -> {
            if (name.endsWith("karcher")) {
                // An iteration, which mergekit breaks off after ten steps or at steps of 1e-5.
                assertThat(one.get("sums").get(0).asDouble()
                                / one.get("sums").get(1).asDouble())
                        .as(one.toString())
                        .isCloseTo(1, within(1e-3));
            } else if (!drawn(name)) {
                // Of equal elements at a threshold mergekit's sort takes any; two were seen to change places, and four.
                assertThat(one.get("beyond").asInt())
                        .as(one.toString())
                        .isLessThan(one.get("elements").asInt() / 10_000);
            }
        });
    }

    @Test
    void whatIsDrawnHasTheSameDistribution() {
        found.forEach((name, one) -> {
            if (drawn(name)) {
                double elements = one.get("elements").asDouble();
                assertThat(one.get("changed").get(0).asDouble() / elements)
                        .as(one.toString())
                        .isCloseTo(one.get("changed").get(1).asDouble() / elements, within(0.01));
                assertThat(one.get("sums").get(0).asDouble()
                                / one.get("sums").get(1).asDouble())
                        .as(one.toString())
                        .isCloseTo(1, within(0.02));
                assertThat(one.get("beyond").asInt()).isPositive();
            }
        });
    }

    @Test
    void transformersLoadsOursWithTheLogitsOfTheirs() {
        found.forEach((name, one) -> {
            if (!drawn(name) && one.get("beyond").asInt() == 0) {
                assertThat(one.get("logits").asDouble()).as(one.toString()).isLessThan(1e-4);
            }
        });
    }
}
