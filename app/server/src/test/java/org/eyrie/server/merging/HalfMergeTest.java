package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merges of models in 16 bits are worked out in 32 and rounded once, to the nearest and of ties to the even. */
class HalfMergeTest {

    private static final int ELEMENTS = 3_000;
    private static final Program HALVED = Program.parse("base + .5 * tau(1) + .5 * tau(2)");

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(7);
    private final float[][][] values = new float[3][HalfFolders.TENSORS.size()][];

    /** A model of random numbers of many sizes, remembered as what was stored. */
    private Path model(int number, List<String> types, boolean sharded) throws IOException {
        short[][] halves = new short[types.size()][ELEMENTS];
        float[][] floats = new float[types.size()][ELEMENTS];
        for (int t = 0; t < types.size(); t++) {
            values[number][t] = new float[ELEMENTS];
            for (int k = 0; k < ELEMENTS; k++) {
                float drawn = (float) (random.nextGaussian() * Math.pow(2, k % 24 - 18));
                if (types.get(t).equals("F32")) {
                    floats[t][k] = drawn;
                    values[number][t][k] = drawn;
                } else {
                    HalfRounding type = HalfRounding.valueOf(types.get(t));
                    halves[t][k] = type.nearest(drawn);
                    values[number][t][k] = (float) type.value(halves[t][k]);
                }
            }
        }
        return HalfFolders.write(folder.resolve("model" + number + sharded), types, sharded, halves, floats);
    }

    @ParameterizedTest
    @CsvSource({
        "F16 F16, F16 F16, F16 F16",
        "BF16 BF16, BF16 BF16, BF16 BF16",
        "BF16 BF16, F32 F32, F16 F16",
        "F16 F16, F32 BF16, BF16 F32",
        "F16 BF16, F16 BF16, F16 BF16",
        "BF16 F16, F16 F32, F32 BF16",
    })
    void itHasTheBasesTypesAndIsRoundedOnce(String base, String first, String second) throws IOException {
        for (boolean sharded : new boolean[] {false, true}) {
            List<String> types = types(base);
            Path seed = model(0, types, sharded);
            List<Path> parents = List.of(model(1, types(first), !sharded), model(2, types(second), sharded));
            Path out = folder.resolve("out" + sharded);
            FolderMerge.Outcome outcome =
                    new FolderMerge(HALVED, seed, parents, out, sharded ? 10 : 1_000_000).run(Progress.NONE);
            assertThat(outcome.shards()).isEqualTo(sharded ? 2 : 1);
            Map<String, short[]> made = HalfFolders.read(out, types);
            int ties = 0;
            for (int t = 0; t < types.size(); t++) {
                HalfRounding type = HalfRounding.valueOf(types.get(t));
                short[] expected = new short[ELEMENTS];
                for (int k = 0; k < ELEMENTS; k++) {
                    float exact = values[0][t][k]
                            + (.5f * (values[1][t][k] - values[0][t][k]) + .5f * (values[2][t][k] - values[0][t][k]));
                    expected[k] = type.nearest(exact);
                    ties += isTie(type, exact) ? 1 : 0;
                }
                assertThat(made.get(HalfFolders.TENSORS.get(t)))
                        .as(HalfFolders.TENSORS.get(t))
                        .isEqualTo(expected);
            }
            if (List.of(base, first, second).stream().distinct().count() == 1) {
                assertThat(ties).as("halves of sums lie in the middle often").isGreaterThan(100);
            }
        }
    }

    private static List<String> types(String words) {
        return Pattern.compile(" ").splitAsStream(words).toList();
    }

    private static boolean isTie(HalfRounding type, float value) {
        double nearest = type.value(type.nearest(value));
        float other = (float) (2 * (double) value - nearest);
        return nearest != value && type.value(type.nearest(other)) == other;
    }

    @Test
    void theSameMergeWithOneThreadAndWithManyIsTheSameToTheBit() throws IOException {
        List<String> types = List.of("BF16", "BF16");
        Path seed = model(0, types, true);
        List<Path> parents = List.of(model(1, types, false), model(2, types, true));
        Program ties = Program.parse("base + 1.3 * mean_of_nonzero(agree(keep(taus, .4)))");
        for (int threads : new int[] {1, 4}) {
            new FolderMerge(ties, seed, parents, folder.resolve("threads" + threads), 1_000_000, threads)
                    .run(Progress.NONE);
        }
        Map<String, short[]> many = HalfFolders.read(folder.resolve("threads4"), types);
        HalfFolders.read(folder.resolve("threads1"), types)
                .forEach((name, bits) -> assertThat(many.get(name)).isEqualTo(bits));
    }

    @Test
    void whatF16CannotHoldEndsTheMergeWithTheTensorsName() throws IOException {
        short[][] zeros = new short[2][ELEMENTS];
        float[][] large = new float[2][ELEMENTS];
        Arrays.fill(large[1], 65_519f);
        Path seed = HalfFolders.write(folder.resolve("seed"), List.of("F16", "F16"), false, zeros, large);
        Path parent = HalfFolders.write(folder.resolve("parent"), List.of("F32", "F32"), false, zeros, large);
        new FolderMerge(Program.parse("base + tau(1)"), seed, List.of(parent), folder.resolve("fits"), 1_000_000)
                .run(Progress.NONE);
        assertThat(HalfFolders.read(folder.resolve("fits"), List.of("F16", "F16"))
                        .get(HalfFolders.TENSORS.get(1)))
                .containsOnly((short) 0x7bff);
        assertThatThrownBy(() -> new FolderMerge(
                                Program.parse("base + 1.1 * tau(1)"),
                                seed,
                                List.of(parent),
                                folder.resolve("large"),
                                1_000_000)
                        .run(Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(HalfFolders.TENSORS.get(1))
                .hasMessageContaining("F16 cannot hold");
    }

    @ParameterizedTest
    @CsvSource({
        "F16, 31744, Infinity",
        "F16, 64512, -Infinity",
        "F16, 32256, NaN",
        "BF16, 32640, Infinity",
        "BF16, 65472, NaN"
    })
    void aParentThatIsBrokenEndsTheMergeWithTensorAndElementAndLeavesNoModel(String type, int bits, String number)
            throws IOException {
        List<String> types = List.of(type, type);
        Path seed = model(0, types, true);
        model(1, types, true);
        short[][] halves = new short[2][ELEMENTS];
        halves[1][2_345] = (short) bits;
        Path parent = HalfFolders.write(folder.resolve("broken"), types, false, halves, new float[2][ELEMENTS]);
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> new FolderMerge(Program.parse("base + tau(1)"), seed, List.of(parent), out, 10)
                        .run(Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("broken")
                .hasMessageContaining("tensor " + HalfFolders.TENSORS.get(1))
                .hasMessageContaining("Element 2345 is " + number)
                .hasMessageContaining("leave it out");
        assertThat(out.resolve("model.safetensors.index.json")).doesNotExist();
        try (var files = Files.list(out)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".part"));
        }
    }
}
