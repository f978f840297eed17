package org.eyrie.program.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.program.Preset;
import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutionTest {

    /** Three parents over a base of zeros, four elements in two rows. */
    private static final MemoryGroup SMALL = new MemoryGroup(
            "model.layers.0.self_attn.q_proj.weight",
            TensorPlace.of("model.layers.0.self_attn.q_proj.weight", 3),
            2,
            2,
            List.of(new float[4], new float[] {1, -2, 3, -4}, new float[] {2, 2, -1, -1}, new float[] {-4, 3, 0, 2}));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base + sum(taus) | -1, 3, 2, -3",
                "base + sum(taus * each(1, 0, .5)) | -1, -.5, 3, -3",
                "base + keep(tau(1), .5) | 0, 0, 3, -4",
                "base + keep(tau(1), .1) | 0, 0, 0, -4",
                "base + keep(tau(1), .5, restore=l1) | 0, 0, 4.285714, -5.714286",
                "base + keep(tau(2), .5) | 2, 2, 0, 0",
                "base + middle(tau(1), .5, .25) | 0, -2, 3, 0",
                "base + mean_of_nonzero(agree(taus)) | -4, 2.5, 3, -2.5",
                "base + mean_of_nonzero(agree(taus, by=count)) | 1.5, 2.5, 3, -2.5",
                "base + mean_of_nonzero(agree(taus, weights=each(4, 1, 1)), weights=each(4, 1, 1)) | 1.2, -2, 3, -3.4",
                "base + median(taus) | 1, 2, 0, -1",
                "base + largest(taus) | -4, 3, 3, -4",
                "base + row_mean(tau(1)) | -.5, -.5, -.5, -.5",
                "base + col_mean(tau(1)) | 2, -3, 2, -3",
                "base + clip(tau(1), 1) | 1, -2, 2.5, -2.5",
                "base + power(tau(1), 2) | 1, -4, 9, -16",
                "base + larger(tau(1), tau(2)) * tau(1) | 0, 0, 3, -4",
                "base + where(larger(tau(1), tau(2)), tau(1), tau(2)) | 2, 2, 3, -4",
                "base + consent(taus) * tau(1) | .333333, -.666667, 0, -1.333333",
                "base + mix(tau(1), tau(2), depth) | 1, -2, 3, -4",
                "base + kind(attn=2, mlp=5) * tau(1) | 2, -4, 6, -8",
                "base + kind(mlp=5) * tau(1) | 0, 0, 0, 0",
                "base + unit(tau(2)) | .632456, .632456, -.316228, -.316228",
                "base + rescale(tau(2), 10) | 6.324555, 6.324555, -3.162278, -3.162278",
                "base + sum(only(1, 2) * normalise(energies(only(1, 2)))) | 1.25, -1, 2, -3.25",
                "base + sum(only(1, 2) * rank(norms(only(1, 2)))) | 1, -2, 3, -4",
                "base + sum(taus - mean(taus)) | 0, 0, 0, 0",
                "base + lowrank(tau(1), 2) | 1, -2, 3, -4",
                "base + sum(differing(only(1, 2), .5)) | 0, 0, 2, 0",
            })
    void anOperatorGivesWhatIsWorkedOutByHand(String text, String expected) {
        float[] wanted = new float[4];
        String[] numbers = expected.split(",", -1);
        for (int k = 0; k < 4; k++) {
            wanted[k] = Float.parseFloat(numbers[k].strip());
        }
        assertThat(SMALL.delta(Program.parse(text).graph(), 2)).containsExactly(wanted, within(1e-5f));
    }

    @ParameterizedTest
    @EnumSource
    void piecesDoNotMatterToTheLastBit(Preset preset) {
        MemoryGroup group = MemoryGroup.random(7, 13, 11, 3);
        float[] whole = group.delta(preset.program().graph(), 1_000);
        assertThat(group.delta(preset.program().graph(), 17)).containsExactly(whole, within(1e-6f));
        assertThat(group.delta(preset.program().graph(), 17))
                .containsExactly(group.delta(preset.program().graph(), 17));
    }

    @ParameterizedTest
    @EnumSource
    void theCanonicalFormMakesTheTensorsOfWhatWasWritten(Preset preset) {
        MemoryGroup group = MemoryGroup.random(8, 9, 14, 3);
        Program program = preset.program();
        assertThat(group.delta(program.graph(), 50)).containsExactly(group.delta(program.written(), 50), within(1e-6f));
    }

    @Test
    void whatIsDroppedIsTheShareAskedForAndLengthIsRestored() {
        MemoryGroup group = MemoryGroup.random(9, 200, 100, 1);
        float[] all = group.delta(Program.parse("base + tau(1)").graph(), 4_096);
        float[] left =
                group.delta(Program.parse("base + drop(tau(1), .3, restore=l1)").graph(), 4_096);
        double kept = IntStream.range(0, left.length).filter(k -> left[k] != 0).count() / 20_000.0;
        assertThat(kept).isCloseTo(.7, within(.015));
        assertThat(size(left)).isCloseTo(size(all), within(1e-3 * size(all)));
        float[] other = group.delta(
                Program.parse("base + drop(tau(1), .3, seed=1, restore=l1)").graph(), 4_096);
        assertThat(other).isNotEqualTo(left);
    }

    @Test
    void theLargerOfARowAreKeptTheRather() {
        MemoryGroup group = MemoryGroup.random(10, 2_000, 10, 1);
        float[] all = group.delta(Program.parse("base + tau(1)").graph(), 4_096);
        float[] left =
                group.delta(Program.parse("base + drop_small(tau(1), .6, .3)").graph(), 4_096);
        int[] kept = new int[10];
        for (int row = 0; row < 2_000; row++) {
            int start = row * 10;
            for (int k = 0; k < 10; k++) {
                int rank = 0;
                for (int j = 0; j < 10; j++) {
                    rank += Math.abs(all[start + j]) < Math.abs(all[start + k]) ? 1 : 0;
                }
                kept[rank] += left[start + k] != 0 ? 1 : 0;
            }
        }
        for (int rank = 0; rank < 10; rank++) {
            assertThat(kept[rank] / 2_000.0).isCloseTo(.3 + .6 * rank / 9, within(.05));
        }
    }

    @Test
    void lowRankIsNearTheBestThereIs() {
        MemoryGroup group = MemoryGroup.random(11, 40, 30, 1);
        float[] once = group.delta(Program.parse("base + lowrank(tau(1), 3)").graph(), 64);
        MemoryGroup again = new MemoryGroup(group.name(), group.place(), 40, 30, List.of(new float[1200], once));
        float[] twice = again.delta(Program.parse("base + lowrank(tau(1), 3)").graph(), 64);
        assertThat(twice).containsExactly(once, within(1e-5f));
        assertThat(size(once)).isGreaterThan(0);
    }

    @Test
    void whatIsNotFiniteFailsByTheTensorsName() {
        MemoryGroup group = new MemoryGroup(
                "lm_head.weight", TensorPlace.of("lm_head.weight", 1), 1, 1, List.of(new float[] {0}, new float[] {
                    Float.MAX_VALUE
                }));
        assertThatThrownBy(() -> group.delta(Program.parse("base + 9 * tau(1)").graph(), 1))
                .hasMessageContaining("lm_head.weight: element 0 becomes Infinity");
    }

    private static double size(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
