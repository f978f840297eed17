package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void aRowDrawsTheSameWheneverItIsAsked() {
        assertThat(RandomStreams.of(7, 3).nextLong())
                .isEqualTo(RandomStreams.of(7, 3).nextLong());
    }

    @Test
    void rowsAndSeedsDrawDifferently() {
        assertThat(LongStream.range(0, 1000).map(row -> RandomStreams.of(7, row).nextLong()))
                .doesNotHaveDuplicates();
        assertThat(LongStream.range(0, 1000)
                        .map(seed -> RandomStreams.of(seed, 7).nextLong()))
                .doesNotHaveDuplicates();
    }

    @Test
    void neighboursHaveNothingInCommon() {
        double mean = LongStream.range(0, 20_000)
                .mapToDouble(row -> RandomStreams.of(1, row).nextDouble()
                        * RandomStreams.of(1, row + 1).nextDouble())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.25, within(0.01)); // E[a b] of independent uniform numbers
    }
}
