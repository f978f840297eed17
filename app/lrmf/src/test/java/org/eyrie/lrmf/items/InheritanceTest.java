package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What relatives' items say of a model's own, on pencil and paper. */
class InheritanceTest {

    private static final ItemBlocks BLOCKS = new ItemBlocks(new int[] {0, 2, 3}, new int[] {0, 1});
    private static final int CHILD = Kinships.FIRST;

    private static ItemResidual remainder(double skill, int... surprises) {
        byte[] bytes = new byte[surprises.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) surprises[i]);
        return new ItemResidual(new double[] {skill}, bytes);
    }

    private static Inheritance inheritance(double skills, double items) {
        return new Inheritance(
                new double[] {0.5}, new double[] {0, 0, skills}, new double[][] {{0, 0, items}, {0, 0, 0}});
    }

    @Test
    void oneParentIsFollowedAsFarAsTheCorrelationGoes() {
        ItemResidual parent = remainder(1.5, 100, -30, 64);
        Inheritance.Word word = inheritance(0.4, 0.6)
                .word(new ItemResidual[] {parent}, new int[] {CHILD}, new int[][] {{Kinships.NONE}}, BLOCKS);
        assertThat(word.shift()[0]).isCloseTo(0.4 * (1.5 - 0.5), within(1e-12));
        for (int i = 0; i < 2; i++) {
            // covariance · (own variance + noise)⁻¹ · working residual
            double expected = 0.6 / (1.5 * 0.6 + 1 / parent.weight(i)) * parent.surprise(i) / parent.weight(i);
            assertThat(word.offset()[i]).isCloseTo(expected, within(1e-12));
        }
        assertThat(word.offset()[2]).as("nothing is passed on there").isZero();
    }

    @Test
    void twoWhoSayTheSameCountLessThanTwice() {
        ItemResidual parent = remainder(1.5, 100, -30, 64);
        Inheritance inheritance = inheritance(0.4, 0.6);
        int[][] alone = {{Kinships.NONE}};
        int[][] strangers = {{Kinships.NONE, Kinships.NONE}, {Kinships.NONE, Kinships.NONE}};
        int[][] kin = {{Kinships.NONE, CHILD}, {CHILD, Kinships.NONE}};
        double one = inheritance.word(new ItemResidual[] {parent}, new int[] {CHILD}, alone, BLOCKS)
                .offset()[0];
        ItemResidual[] two = {parent, parent};
        int[] both = {CHILD, CHILD};
        double apart = inheritance.word(two, both, strangers, BLOCKS).offset()[0];
        double together = inheritance.word(two, both, kin, BLOCKS).offset()[0];
        assertThat(apart).isCloseTo(2 * one, within(1e-9));
        assertThat(together).isBetween(one, apart);
    }

    @Test
    void whoeverWasNotAskedSaysNothing() {
        Inheritance.Word word = inheritance(0.4, 0.6)
                .word(
                        new ItemResidual[] {remainder(0.5, 0, 0, 0)},
                        new int[] {CHILD},
                        new int[][] {{Kinships.NONE}},
                        BLOCKS);
        assertThat(word.shift()).containsExactly(0);
        assertThat(word.offset()).containsExactly(0, 0, 0);
        Inheritance.Word nobody = inheritance(0.4, 0.6).word(new ItemResidual[0], new int[0], new int[0][], BLOCKS);
        assertThat(nobody.shift()).containsExactly(0);
        assertThat(nobody.offset()).containsExactly(0, 0, 0);
    }

    @Test
    void correlationsThatContradictEachOtherStayFinite() {
        // both parents are like the child, and nothing like each other: no covariance matrix has .9, .9 and 0
        Inheritance inheritance = inheritance(0.9, 3);
        int[][] strangers = {{Kinships.NONE, Kinships.NONE}, {Kinships.NONE, Kinships.NONE}};
        ItemResidual[] parents = {remainder(3, 127, -127, 1), remainder(-3, -127, 127, 1)};
        Inheritance.Word word = inheritance.word(parents, new int[] {CHILD, CHILD}, strangers, BLOCKS);
        assertThat(Math.abs(word.shift()[0])).isLessThan(10);
        for (double each : word.offset()) {
            assertThat(Math.abs(each)).isLessThan(10);
        }
    }
}
