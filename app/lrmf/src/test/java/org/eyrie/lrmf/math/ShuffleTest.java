package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    private final int[] values = IntStream.range(0, 100).toArray();

    @Test
    void nothingIsLostAndTheArrayItselfStays() {
        int[] shuffled = Shuffle.of(values, 1);

        assertThat(shuffled).isNotEqualTo(values).containsExactlyInAnyOrder(values);
        assertThat(values).isSorted();
        assertThat(Shuffle.of(values, 1)).isEqualTo(shuffled);
    }

    @Test
    void aDrawFallsOnEveryValueAlikeAndLosesNone() {
        SplittableRandom random = new SplittableRandom(1);
        int[] count = new int[100];
        for (int round = 0; round < 10_000; round++) {
            int[] drawn = values.clone();
            Shuffle.draw(drawn, 5, random);
            for (int k = 0; k < 5; k++) {
                count[drawn[k]]++;
            }
            assertThat(Arrays.stream(drawn).sorted().toArray()).isEqualTo(values);
        }
        assertThat(Arrays.stream(count).boxed()).allSatisfy(c -> assertThat(c).isBetween(400, 600));
    }
}
