package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.effect.EffectReader;
import org.eyrie.program.effect.SampledRows;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.weights.TensorInfo;
import org.eyrie.weights.WeightsFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects of dry merges beside those that were recorded with PyTorch for some hundred programs of two families. */
class RecordedEffectsTest {

    private static final Pattern PROGRAM = Pattern.compile("\"id\": \"([^\"]*)\".*\"program\": \"([^\"]*)\"");

    /** What means something else there: positions outside of layers, random numbers, counts rounded up. */
    private static final List<String> OTHERWISE = List.of("ramp", "drop", "keep", "slerp", "stock", "base + 0 ");

    private static final int NUMBERS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"facts", "rules"})
    void dryMergesDoWhatWasRecorded(String family) throws IOException {
        Path folder = folder(family);
        assumeTrue(Files.exists(folder), "no recorded effects at " + folder);
        Map<String, String> programs = programs(folder);
        List<String> lines = Files.readAllLines(folder.resolve("effects.csv"));
        String[] header = lines.get(0).split(",", -1);
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String text = programs.getOrDefault(cells[0], "ramp");
            if (OTHERWISE.stream().anyMatch(text::contains) || compared == 60) {
                continue;
            }
            compared++;
            MergeEffect effect = effect(folder, text, 1);
            for (int at = 1; at < header.length; at += NUMBERS) {
                int group = effect.groups().indexOf(header[at].substring(0, header[at].lastIndexOf('.')));
                assertThat(group).isNotNegative();
                for (int k = 0; k < NUMBERS; k++) {
                    assertThat((double) effect.numbers()[group * NUMBERS + k])
                            .as(cells[0] + " " + text + ": " + header[at + k])
                            .isCloseTo(Double.parseDouble(cells[at + k]), within(k == NUMBERS - 1 ? .01 : 2e-3));
                }
            }
        }
        assertThat(compared).isEqualTo(60);
    }

    static Path folder(String family) {
        String shared = System.getenv("EYRIE_SHARED");
        return Path.of(shared == null ? "../../../shared" : shared, "data", "merging", family);
    }

    /** Parents are counted from 0 there. */
    static Map<String, String> programs(Path folder) throws IOException {
        Map<String, String> programs = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("programs.jsonl"))) {
            Matcher program = PROGRAM.matcher(line);
            if (program.find()) {
                String text = program.group(2)
                        .replace("tau(2)", "tau(3)")
                        .replace("tau(1)", "tau(2)")
                        .replace("tau(0)", "tau(1)");
                programs.put(program.group(1), text);
            }
        }
        return programs;
    }

    static MergeEffect effect(Path folder, String text, int step) throws IOException {
        List<WeightsFolder> models = new ArrayList<>();
        for (String name : List.of("seed", "specialist0", "specialist1", "specialist2")) {
            models.add(WeightsFolder.open(folder.resolve(name)));
        }
        Execution execution = new Execution(Program.parse(text).graph(), () -> false);
        EffectReader reader = new EffectReader(models.size() - 1);
        int layers = TensorPlace.layers(models.get(0).tensors().keySet());
        for (TensorInfo tensor : models.get(0).inOrder()) {
            TensorGroup group =
                    SampledRows.of(new FolderGroup(tensor, TensorPlace.of(tensor.name(), layers), models), step);
            execution.run(group, reader.of(group));
        }
        for (WeightsFolder model : models) {
            model.close();
        }
        return reader.effect();
    }
}
