package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseColumnTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void itIsTheNodesRowsOfTheWholeInverse(int d) {
        RandomBlocks random = new RandomBlocks(d, 30, d, 45);
        SymbolicCholesky symbolic = SymbolicCholesky.of(random.pattern);
        BlockCholesky factor = BlockCholesky.factor(random.assembled(symbolic)).orElseThrow();
        DMatrixRMaj inverse = new DMatrixRMaj(random.dense.numRows, random.dense.numCols);
        CommonOps_DDRM.invert(random.dense, inverse);
        for (int node = 0; node < random.nodes; node++) {
            double[] column = InverseColumn.of(factor, node);
            for (int other = 0; other < random.nodes; other++) {
                for (int r = 0; r < d; r++) {
                    for (int c = 0; c < d; c++) {
                        assertThat(column[(other * d + r) * d + c])
                                .isCloseTo(inverse.get(node * d + r, other * d + c), within(1e-9));
                    }
                }
            }
        }
    }
}
