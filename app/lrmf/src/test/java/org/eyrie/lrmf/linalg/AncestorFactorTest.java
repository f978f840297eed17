package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class AncestorFactorTest {

    private static DMatrixRMaj inverse(RandomBlocks random) {
        DMatrixRMaj inverse = new DMatrixRMaj(random.dense.numRows, random.dense.numCols);
        CommonOps_DDRM.invert(random.dense, inverse);
        return inverse;
    }

    private static void compare(double[] block, DMatrixRMaj inverse, int i, int j, int d) {
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                assertThat(block[r * d + c]).isCloseTo(inverse.get(i * d + r, j * d + c), within(1e-9));
            }
        }
    }

    @Property(tries = 40)
    void anyTwoOfTheNodesHaveTheCovarianceOfTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 40) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int d) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, 2 * nodes);
        BlockCholesky whole = BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow();
        DMatrixRMaj inverse = inverse(random);
        Random drawn = new Random(seed);
        int from = drawn.nextInt(nodes);
        int to = from + 1 + drawn.nextInt(nodes - from);

        BlockCholesky part = AncestorFactor.of(whole, from, to);
        PairwiseInverse pairs = PairwiseInverse.of(part);

        assertThat(part.symbolic.nodes).isBetween(to - from, nodes);
        double[] block = new double[d * d];
        for (int i = from; i < to; i++) {
            for (int j = from; j < to; j++) {
                pairs.read(i - from, j - from, block, 0);
                compare(block, inverse, i, j, d);
            }
        }
    }

    @Property(tries = 20)
    void pairsAreTheSameToTheLastDigitWhateverWasAskedBefore(@ForAll long seed) {
        RandomBlocks random = new RandomBlocks(seed, 40, 2, 60);
        BlockCholesky factor = BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow();
        PairwiseInverse roomy = PairwiseInverse.of(factor);
        PairwiseInverse narrow = PairwiseInverse.of(factor, 300);
        double[] one = new double[4];
        double[] two = new double[4];
        Random drawn = new Random(seed);
        for (int k = 0; k < 400; k++) {
            int i = drawn.nextInt(40);
            int j = drawn.nextInt(40);
            roomy.read(i, j, one, 0);
            narrow.read(i, j, two, 0);
            assertThat(two).isEqualTo(one);
        }
    }

    @Test
    void aLongChainIsWalkedToItsEnd() {
        int nodes = 20_000;
        BlockPattern.Builder builder = new BlockPattern.Builder(nodes);
        for (int i = 1; i < nodes; i++) {
            builder.join(i - 1, i);
        }
        SymbolicCholesky symbolic = SymbolicCholesky.of(builder.build());
        BlockMatrix matrix = new BlockMatrix(symbolic, 1);
        for (int i = 0; i < nodes; i++) { // a random walk: the precision of its steps
            matrix.diagonal()[matrix.diagonalOffset(i)] = i + 1 < nodes ? 2 : 1;
            if (i > 0) {
                matrix.lower()[matrix.lowerOffset(i - 1, i)] = -1;
            }
        }
        PairwiseInverse pairs = PairwiseInverse.of(BlockCholesky.factor(matrix).orElseThrow());
        double[] block = new double[1];

        pairs.read(3, nodes - 5, block, 0);

        assertThat(block[0]).isCloseTo(4, within(1e-6)); // what both have in common: the first four steps
    }

    @Test
    void whatIsBesideTheNodesIsLeftOut() {
        BlockPattern.Builder builder = new BlockPattern.Builder(9);
        for (int child = 1; child < 9; child++) {
            builder.join(0, child);
        }
        SymbolicCholesky symbolic = SymbolicCholesky.of(builder.build());
        BlockMatrix matrix = new BlockMatrix(symbolic, 1);
        for (int i = 0; i < 9; i++) {
            matrix.diagonal()[matrix.diagonalOffset(i)] = 10;
        }
        BlockCholesky whole = BlockCholesky.factor(matrix).orElseThrow();

        assertThat(AncestorFactor.of(whole, 1, 4).symbolic.nodes)
                .isLessThanOrEqualTo(5); // the three, the middle, and one that was left with it
    }
}
