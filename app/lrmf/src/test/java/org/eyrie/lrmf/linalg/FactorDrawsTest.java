package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class FactorDrawsTest {

    private static final int CHUNKS = 500;

    private final RandomBlocks blocks = new RandomBlocks(7, 12, 2, 20);

    /** Empirical covariance of two nodes' draws, 2 x 2. */
    private static double[] covariance(FactorDraws draws, double[] values, int i, int j) {
        double[] sum = new double[4];
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
                for (int w = 0; w < FactorDraws.WIDTH; w++) {
                    sum[r * 2 + c] += values[draws.offset(i) + r * FactorDraws.WIDTH + w]
                            * values[draws.offset(j) + c * FactorDraws.WIDTH + w];
                }
            }
        }
        return sum;
    }

    private DMatrixRMaj inverse() {
        DMatrixRMaj inverse = blocks.dense.copy();
        assertThat(CommonOps_DDRM.invert(inverse)).isTrue();
        return inverse;
    }

    private void assertCovariance(double[] sum, DMatrixRMaj expected, int i, int j) {
        int n = CHUNKS * FactorDraws.WIDTH;
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
                double truth = expected.get(i * 2 + r, j * 2 + c);
                double spread = Math.sqrt(
                        (expected.get(i * 2 + r, i * 2 + r) * expected.get(j * 2 + c, j * 2 + c) + truth * truth) / n);
                assertThat(sum[r * 2 + c] / n).isCloseTo(truth, within(5 * spread));
            }
        }
    }

    @Test
    void theirCovarianceIsTheInverseAlsoOfNodesThatTheFactorDoesNotJoin() {
        BlockCholesky factor = BlockCholesky.factor(blocks.assembled(SymbolicCholesky.of(blocks.pattern)))
                .orElseThrow();
        FactorDraws draws = FactorDraws.of(factor, new int[] {0, 3, 11});
        double[] values = new double[draws.length()];
        SplittableRandom random = new SplittableRandom(1);
        int[][] pairs = {{0, 0}, {0, 3}, {3, 11}, {11, 11}};
        double[][] sums = new double[pairs.length][4];

        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            draws.draw(random, values);
            for (int k = 0; k < pairs.length; k++) {
                double[] sum = covariance(draws, values, pairs[k][0], pairs[k][1]);
                for (int a = 0; a < 4; a++) {
                    sums[k][a] += sum[a];
                }
            }
        }

        DMatrixRMaj inverse = inverse();
        for (int k = 0; k < pairs.length; k++) {
            assertCovariance(sums[k], inverse, pairs[k][0], pairs[k][1]);
        }
    }

    @Test
    void givenTheBoundarysOwnDrawsTheyAreOfTheJointDistribution() {
        SymbolicCholesky bounded = SymbolicCholesky.of(blocks.pattern, 9, 9);
        BlockCholesky inner = BlockCholesky.factor(blocks.assembled(bounded)).orElseThrow();
        BlockCholesky all = BlockCholesky.factor(blocks.assembled(SymbolicCholesky.of(blocks.pattern, 9, 12)))
                .orElseThrow();
        FactorDraws draws = FactorDraws.of(inner, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
        int[] boundary = draws.boundary();
        assertThat(boundary).isNotEmpty();
        FactorDraws outer = FactorDraws.of(all, boundary);
        double[] values = new double[draws.length()];
        double[] outside = new double[outer.length()];
        SplittableRandom random = new SplittableRandom(2);
        double[][] sums = new double[2][4];

        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            outer.draw(random, outside);
            for (int node : boundary) {
                System.arraycopy(outside, outer.offset(node), values, draws.offset(node), 2 * FactorDraws.WIDTH);
            }
            draws.draw(random, values);
            for (int a = 0; a < 4; a++) {
                sums[0][a] += covariance(draws, values, 4, 4)[a];
                sums[1][a] += covariance(draws, values, 4, boundary[0])[a];
            }
        }

        assertCovariance(sums[0], inverse(), 4, 4);
        assertCovariance(sums[1], inverse(), 4, boundary[0]);
    }

    @Test
    void whatNobodyWantedIsNotDrawn() {
        RandomBlocks apart = new RandomBlocks(1, 4, 1, 0);
        BlockCholesky factor = BlockCholesky.factor(apart.assembled(SymbolicCholesky.of(apart.pattern)))
                .orElseThrow();
        FactorDraws draws = FactorDraws.of(factor, new int[] {2});

        assertThat(draws.length()).isEqualTo(FactorDraws.WIDTH);
        assertThatThrownBy(() -> draws.offset(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
