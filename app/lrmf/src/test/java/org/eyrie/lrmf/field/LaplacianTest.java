package org.eyrie.lrmf.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaplacianTest {

    @Property
    void itsRowsAddUpToZero(@ForAll long seed, @ForAll @IntRange(min = 2, max = 50) int nodes) {
        double[] ones = new double[nodes];
        Arrays.fill(ones, 1);

        for (double sum : random(seed, nodes).times(ones)) {
            assertThat(sum).isCloseTo(0, within(1e-12));
        }
    }

    @Property
    void itIsNeverNegative(@ForAll long seed, @ForAll @IntRange(min = 2, max = 50) int nodes) {
        double[] x = new Random(seed + 1).doubles(nodes, -10, 10).toArray();
        double[] image = random(seed, nodes).times(x);
        double form = 0;
        for (int i = 0; i < nodes; i++) {
            form += x[i] * image[i];
        }

        assertThat(form).isGreaterThanOrEqualTo(-1e-9);
        assertThat(random(seed, nodes).energy(x, 1)).isCloseTo(form, within(1e-7));
    }

    @Test
    void aNodeIsNotItsOwnNeighbour() {
        assertThatThrownBy(() -> Laplacian.of(2, new int[] {1}, new int[] {1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Node 1");
    }

    @Test
    void aNegativeWeightIsRefused() {
        assertThatThrownBy(() -> Laplacian.of(2, new int[] {0}, new int[] {1}, new double[] {-1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    static Laplacian random(long seed, int nodes) {
        Random random = new Random(seed);
        int edges = 2 * nodes;
        int[] from = new int[edges];
        int[] to = new int[edges];
        for (int e = 0; e < edges; e++) {
            from[e] = random.nextInt(nodes);
            to[e] = (from[e] + 1 + random.nextInt(nodes - 1)) % nodes;
        }
        return Laplacian.of(nodes, from, to, random.doubles(edges, 0, 3).toArray());
    }
}
