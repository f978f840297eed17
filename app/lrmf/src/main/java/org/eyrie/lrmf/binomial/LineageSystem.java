package org.eyrie.lrmf.binomial;

import java.util.Arrays;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.BlockPattern;
import org.eyrie.lrmf.linalg.SymbolicCholesky;

/**
 * The linear system of all models' factors: lineage joins models, outcomes stay within one. The sparsity pattern never
 * changes between sweeps, so order and symbolic analysis are done once.
 */
final class LineageSystem {

    final LineageTerms terms;
    final BlockMatrix matrix;
    final double[] right;
    private final int d;
    private final int[] pairOffset;

    LineageSystem(LineageTerms terms, int d) {
        this.terms = terms;
        this.d = d;
        BlockPattern.Builder pattern = new BlockPattern.Builder(terms.nodes);
        int pairs = 0;
        for (int t = 0; t < terms.size(); t++) {
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int b = terms.start[t]; b < a; b++) {
                    pattern.join(terms.node[a], terms.node[b]);
                    pairs++;
                }
            }
        }
        matrix = new BlockMatrix(SymbolicCholesky.of(pattern.build()), d);
        right = new double[terms.nodes * d];
        pairOffset = new int[pairs];
        int pair = 0;
        for (int t = 0; t < terms.size(); t++) {
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int b = terms.start[t]; b < a; b++) {
                    pairOffset[pair++] = matrix.lowerOffset(terms.node[a], terms.node[b]);
                }
            }
        }
    }

    void clear() {
        matrix.clear();
        Arrays.fill(right, 0);
    }

    /**
     * Adds what lineage says: residuals are as large as those of what is expected.
     *
     * @param strength one per group of residuals
     * @param expected factors before lineage and outcomes, n x d
     */
    void addTerms(double[] strength, double[] expected) {
        int pair = 0;
        double[] residual = new double[d];
        for (int t = 0; t < terms.size(); t++) {
            terms.residual(t, expected, d, residual);
            double scale = strength[terms.group[t]];
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                double ca = terms.coefficient[a] * scale;
                addToDiagonal(matrix.diagonal(), matrix.diagonalOffset(terms.node[a]), ca * terms.coefficient[a]);
                for (int j = 0; j < d; j++) {
                    right[terms.node[a] * d + j] += ca * residual[j];
                }
                for (int b = terms.start[t]; b < a; b++) {
                    addToDiagonal(matrix.lower(), pairOffset[pair++], ca * terms.coefficient[b]);
                }
            }
        }
    }

    /** Solves; the solution is in {@link #right}. */
    BlockCholesky solve() {
        BlockCholesky factor = BlockCholesky.factor(matrix)
                .orElseThrow(() -> new ArithmeticException("The model step is not positive definite"));
        factor.solve(right);
        return factor;
    }

    private void addToDiagonal(double[] block, int offset, double value) {
        for (int j = 0; j < d; j++) {
            block[offset + j * (d + 1)] += value;
        }
    }
}
