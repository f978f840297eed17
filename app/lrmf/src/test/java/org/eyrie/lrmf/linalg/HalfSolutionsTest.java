package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

class HalfSolutionsTest {

    @Property(tries = 100)
    void areTheInverseOfTheWholeWithAndWithoutBoundary(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 24) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int d,
            @ForAll @IntRange(max = 50) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        DMatrixRMaj inverse = new DMatrixRMaj(nodes * d, nodes * d);
        CommonOps_DDRM.invert(random.dense, inverse);
        SelectedInverse.BoundaryCovariance boundary = (i, j, block, offset) ->
                System.arraycopy(RandomBlocks.blockOf(inverse, i, j, d), 0, block, offset, d * d);

        for (int inner : new int[] {nodes, nodes - nodes / 3}) {
            HalfSolutions half = new HalfSolutions(
                    BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern, inner, inner)))
                            .orElseThrow(),
                    boundary);
            Random any = new Random(seed);
            double[] block = new double[d * d];
            for (int k = 0; k < 6; k++) {
                int i = any.nextInt(inner);
                int j = any.nextInt(inner); // mostly of those that nothing joins
                half.read(i, j, block, 0);
                assertThat(block).containsExactly(RandomBlocks.blockOf(inverse, i, j, d), within(1e-7));
            }
            if (inner < nodes) {
                assertThatThrownBy(() -> half.read(nodes - 1, 0, block, 0)).hasMessageContaining("boundary");
            }
        }
    }
}
