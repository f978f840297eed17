package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class BlockCholeskyTest {

    @Property(tries = 200)
    void solvesLikeADenseSolver(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 24) int nodes,
            @ForAll @IntRange(min = 1, max = 5) int d,
            @ForAll @IntRange(max = 60) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        double[] b = random.vector(seed);
        DMatrixRMaj x = new DMatrixRMaj(nodes * d, 1);
        assertThat(CommonOps_DDRM.solve(random.dense, DMatrixRMaj.wrap(nodes * d, 1, b.clone()), x))
                .isTrue();

        BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow()
                .solve(b);

        assertThat(b).containsExactly(x.getData(), within(1e-8));
    }

    @Property(tries = 100)
    void itsLogDeterminantIsTheDenseOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 16) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int d,
            @ForAll @IntRange(max = 40) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        var lu = DecompositionFactory_DDRM.chol(nodes * d, true);
        assertThat(lu.decompose(random.dense.copy())).isTrue();
        double expected = 0;
        for (int i = 0; i < nodes * d; i++) {
            expected += 2 * Math.log(lu.getT(null).get(i, i));
        }

        BlockCholesky factor = BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow();

        assertThat(factor.logDeterminant()).isCloseTo(expected, within(1e-8));
    }

    @Property(tries = 200)
    void itsSelectedInverseIsTheDenseInverseOnThePattern(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 24) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int d,
            @ForAll @IntRange(max = 60) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        DMatrixRMaj inverse = new DMatrixRMaj(nodes * d, nodes * d);
        CommonOps_DDRM.invert(random.dense, inverse);

        SelectedInverse selected =
                SelectedInverse.of(BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                        .orElseThrow());

        double[] block = new double[d * d];
        for (int i = 0; i < nodes; i++) {
            assertThat(selected.holds(i, i)).isTrue();
            for (int a = random.pattern.start[i]; a < random.pattern.start[i + 1]; a++) {
                assertThat(selected.holds(i, random.pattern.neighbour[a])).isTrue();
            }
            for (int j = 0; j < nodes; j++) {
                if (selected.holds(i, j)) {
                    selected.read(i, j, block, 0);
                    assertThat(block).containsExactly(RandomBlocks.blockOf(inverse, i, j, d), within(1e-8));
                }
            }
        }
    }

    @Property(tries = 100)
    void givenTheBoundarysPosteriorTheInnerNodesGetTheirJointOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 20) int nodes,
            @ForAll @IntRange(min = 1, max = 3) int d,
            @ForAll @IntRange(max = 50) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        DMatrixRMaj inverse = new DMatrixRMaj(nodes * d, nodes * d);
        CommonOps_DDRM.invert(random.dense, inverse);
        double[] b = random.vector(seed);
        double[] whole = b.clone();
        BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow()
                .solve(whole);
        int inner = nodes / 2;

        BlockCholesky factor = BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern, inner, inner)))
                .orElseThrow();
        System.arraycopy(whole, inner * d, b, inner * d, (nodes - inner) * d);
        factor.solve(b);
        SelectedInverse selected = SelectedInverse.of(
                factor,
                (i, j, block, offset) ->
                        System.arraycopy(RandomBlocks.blockOf(inverse, i, j, d), 0, block, offset, d * d));

        assertThat(b).containsExactly(whole, within(1e-7));
        double[] block = new double[d * d];
        for (int i = 0; i < inner; i++) {
            selected.read(i, i, block, 0);
            assertThat(block).containsExactly(RandomBlocks.blockOf(inverse, i, i, d), within(1e-7));
        }
    }

    @Property(tries = 100)
    void aBlockThatIsReadAloneIsToTheLastDigitThatOfTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 24) int nodes,
            @ForAll @IntRange(min = 1, max = 3) int d,
            @ForAll @IntRange(max = 50) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        int inner = nodes - nodes / 3;
        BlockCholesky factor = BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern, inner, inner)))
                .orElseThrow();
        List<Long> asked = new ArrayList<>();
        SelectedInverse.BoundaryCovariance boundary = (i, j, block, offset) -> {
            asked.add((long) i * nodes + j);
            for (int k = 0; k < d; k++) {
                block[offset + k * (d + 1)] = i == j ? 2 + i : 1. / (1 + i + j); // as good as any
            }
        };
        SelectedInverse all = SelectedInverse.of(factor, boundary);
        asked.clear();
        SelectedInverse asRead = SelectedInverse.asRead(factor, boundary);
        assertThat(asked).isEmpty();

        double[] expected = new double[d * d];
        double[] block = new double[d * d];
        for (int j : new int[] {(int) Math.floorMod(seed, (long) inner), nodes - 1, 0, inner - 1}) {
            for (int i = 0; i < nodes; i++) {
                if (all.holds(i, j)) {
                    all.read(i, j, expected, 0);
                    asRead.read(i, j, block, 0);
                    assertThat(block).isEqualTo(expected);
                }
            }
        }
        assertThat(asRead.lower()).isEqualTo(all.lower());
        assertThat(asRead.diagonal()).isEqualTo(all.diagonal());
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void theInverseInTheFactorsPlaceIsToTheLastDigitTheOther(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 24) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int d,
            @ForAll @IntRange(max = 50) int edges) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        SymbolicCholesky symbolic = SymbolicCholesky.of(random.pattern);
        SelectedInverse apart = SelectedInverse.of(
                BlockCholesky.factor(random.assembled(symbolic)).orElseThrow());

        SelectedInverse inPlace = SelectedInverse.replacing(
                BlockCholesky.factor(random.assembled(symbolic)).orElseThrow(), Progress.NONE);

        assertThat(inPlace.diagonal()).isEqualTo(apart.diagonal());
        assertThat(inPlace.lower()).isEqualTo(apart.lower());
    }

    @Property(tries = 100)
    void theBoundaryIsLeftWithItsSchurComplement(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int nodes, @ForAll @IntRange(max = 40) int edges) {
        int d = 2;
        RandomBlocks random = new RandomBlocks(seed, nodes, d, edges);
        DMatrixRMaj inverse = new DMatrixRMaj(nodes * d, nodes * d);
        CommonOps_DDRM.invert(random.dense, inverse);
        int last = nodes - 1;
        DMatrixRMaj schur = DMatrixRMaj.wrap(d, d, RandomBlocks.blockOf(inverse, last, last, d));
        CommonOps_DDRM.invert(schur);
        double[] b = random.vector(seed);
        double[] whole = b.clone();
        BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow()
                .solve(whole);

        BlockMatrix matrix = random.assembled(SymbolicCholesky.of(random.pattern, last, last));
        BlockCholesky factor =
                BlockCholesky.factorAndReduce(matrix, Progress.NONE).orElseThrow();
        factor.reduce(b);

        for (int i = 0; i < d; i++) {
            double product = 0;
            for (int j = 0; j < d; j++) {
                double entry = matrix.diagonal()[matrix.diagonalOffset(last) + i * d + j];
                assertThat(entry).isCloseTo(schur.get(i, j), within(1e-8));
                product += entry * whole[last * d + j];
            }
            assertThat(b[last * d + i]).isCloseTo(product, within(1e-8));
        }
    }

    @Test
    void anIndefiniteMatrixIsAnAnswerNotACrash() {
        BlockPattern pattern = new BlockPattern.Builder(2).join(0, 1).build();
        BlockMatrix matrix = new BlockMatrix(SymbolicCholesky.of(pattern), 1);
        matrix.diagonal()[0] = 1;
        matrix.diagonal()[1] = 1;
        matrix.lower()[0] = 2;

        assertThat(BlockCholesky.factor(matrix)).isEmpty();
    }

    @Test
    void aMatrixWithNaNIsNotPositiveDefinite() {
        BlockMatrix matrix = new BlockMatrix(SymbolicCholesky.of(new BlockPattern.Builder(1).build()), 1);
        matrix.diagonal()[0] = Double.NaN;

        assertThat(BlockCholesky.factor(matrix)).isEmpty();
    }

    @Test
    void anEmptyMatrixHasAFactor() {
        BlockMatrix matrix = new BlockMatrix(SymbolicCholesky.of(new BlockPattern.Builder(0).build()), 3);

        assertThat(BlockCholesky.factor(matrix).orElseThrow().logDeterminant()).isZero();
    }

    @Test
    void aVectorOfTheWrongLengthIsRefused() {
        BlockMatrix matrix = new BlockMatrix(SymbolicCholesky.of(new BlockPattern.Builder(1).build()), 2);
        matrix.diagonal()[0] = 1;
        matrix.diagonal()[3] = 1;
        BlockCholesky factor = BlockCholesky.factor(matrix).orElseThrow();

        assertThatThrownBy(() -> factor.solve(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 numbers");
    }

    @Test
    void severalThreadsFactoriseToTheLastDigitAsOneDoes() {
        RandomBlocks random = new RandomBlocks(5, 600, 3, 2_400);
        SymbolicCholesky symbolic = SymbolicCholesky.of(random.pattern);
        assertThat(symbolic.products()).isGreaterThan(200_000);
        BlockCholesky team = BlockCholesky.factor(random.assembled(symbolic)).orElseThrow();

        BlockCholesky alone = BlockCholesky.refactor(
                        random.assembled(symbolic),
                        team,
                        IntStream.range(0, 600).toArray())
                .orElseThrow();

        assertThat(team.diagonal).isEqualTo(alone.diagonal);
        assertThat(team.lower).isEqualTo(alone.lower);
        assertThat(SelectedInverse.of(team).lower())
                .isEqualTo(SelectedInverse.of(alone).lower());
    }

    @Property(tries = 40)
    void afterAChangeOnlyWhatIsAboveItNeedsToBeDoneAgain(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int nodes,
            @ForAll @IntRange(max = 29) int changed) {
        RandomBlocks random = new RandomBlocks(seed, nodes, 2, nodes);
        SymbolicCholesky symbolic = SymbolicCholesky.of(random.pattern);
        BlockCholesky before = BlockCholesky.factor(random.assembled(symbolic)).orElseThrow();
        int node = changed % nodes;
        BlockMatrix one = random.assembled(symbolic);
        BlockMatrix two = random.assembled(symbolic);
        one.diagonal()[one.diagonalOffset(node)] += 3;
        two.diagonal()[two.diagonalOffset(node)] += 3;

        BlockCholesky updated =
                BlockCholesky.refactor(one, before, new int[] {node}).orElseThrow();
        BlockCholesky fresh = BlockCholesky.factor(two).orElseThrow();

        assertThat(updated.diagonal).isEqualTo(fresh.diagonal);
        assertThat(updated.lower).isEqualTo(fresh.lower);
        assertThat(updated.logDeterminant()).isCloseTo(fresh.logDeterminant(), within(1e-9));
    }
}
