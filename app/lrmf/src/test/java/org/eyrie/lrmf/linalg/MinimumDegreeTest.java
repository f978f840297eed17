package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MinimumDegreeTest {

    @Property(tries = 100)
    void theOrderIsAPermutationWithTheBoundaryLast(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int nodes,
            @ForAll @IntRange(max = 100) int edges,
            @ForAll @IntRange(max = 40) int inner) {
        RandomBlocks random = new RandomBlocks(seed, nodes, 1, edges);
        int free = Math.min(inner, nodes);

        int[] order = MinimumDegree.order(random.pattern, free);

        assertThat(IntStream.of(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, nodes).toArray());
        for (int p = 0; p < nodes; p++) {
            assertThat(order[p] < free).isEqualTo(p < free);
        }
    }

    @Property(tries = 50)
    void aForestFillsInNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int nodes) {
        Random random = new Random(seed);
        BlockPattern.Builder builder = new BlockPattern.Builder(nodes);
        for (int i = 1; i < nodes; i++) {
            builder.join(i, random.nextInt(i));
        }

        assertThat(SymbolicCholesky.of(builder.build()).blocks()).isEqualTo(nodes - 1);
    }

    @Test
    void aFounderOfAHundredThousandDoesNotMakeItQuadratic() {
        int nodes = 100_000;
        Random random = new Random(1);
        BlockPattern.Builder builder = new BlockPattern.Builder(nodes);
        for (int i = 10; i < nodes; i++) {
            builder.join(i, 0).join(i, 1 + random.nextInt(9));
        }
        BlockPattern pattern = builder.build();

        SymbolicCholesky symbolic =
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> SymbolicCholesky.of(pattern));

        assertThat(symbolic.blocks()).isLessThan(2 * nodes + 45);
    }

    @Test
    void aNodeThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> new BlockPattern.Builder(3).join(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0, 3 of 3");
    }
}
