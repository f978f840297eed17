package org.eyrie.lrmf.linalg;

/**
 * One node's columns of A⁻¹: its covariances with all nodes, those that the factor's pattern does not join among them.
 *
 * <p>The same as d solutions with unit vectors, but the factor is read once, in block products, and on the way up
 * only what stands above the node in the elimination tree. Takes O((n + b) d³) time for n nodes and b blocks below
 * the diagonal.
 */
public final class InverseColumn {

    private InverseColumn() {}

    /**
     * d x d numbers per node, in the nodes' order, with {@code node}'s own numbers as rows.
     *
     * @throws IllegalArgumentException if the factor has a boundary, since then its covariance is missing
     */
    public static double[] of(BlockCholesky factor, int node) {
        SymbolicCholesky s = factor.symbolic;
        if (s.free < s.nodes) {
            throw new IllegalArgumentException("The covariance of the boundary is missing");
        }
        int d = factor.d;
        int size = d * d;
        double[] w = new double[s.nodes * size]; // the solution's blocks, transposed: right-hand sides are rows
        int start = s.position[node];
        for (int i = 0; i < d; i++) {
            w[start * size + i * d + i] = 1;
        }
        forward(factor, start, w);
        backward(factor, w);
        double[] column = new double[w.length];
        for (int p = 0; p < s.nodes; p++) {
            System.arraycopy(w, p * size, column, s.order[p] * size, size);
        }
        return column;
    }

    private static void forward(BlockCholesky factor, int start, double[] w) {
        SymbolicCholesky s = factor.symbolic;
        int d = factor.d;
        int size = d * d;
        for (int c = start; c < s.nodes; c = s.parent(c)) {
            BlockKernels.divideByTransposedLower(w, c * size, factor.diagonal, c * size, d);
            for (int e = s.columnStart[c]; e < s.columnStart[c + 1]; e++) {
                BlockProducts.subtractTimesTransposed(w, s.row[e] * size, w, c * size, factor.lower, e * size, d);
            }
        }
    }

    private static void backward(BlockCholesky factor, double[] w) {
        SymbolicCholesky s = factor.symbolic;
        int d = factor.d;
        int size = d * d;
        for (int c = s.nodes - 1; c >= 0; c--) {
            for (int e = s.columnStart[c]; e < s.columnStart[c + 1]; e++) {
                BlockProducts.subtractTimes(w, c * size, w, s.row[e] * size, factor.lower, e * size, d);
            }
            for (int r = 0; r < d; r++) {
                BlockKernels.solveTransposedLower(factor.diagonal, c * size, w, c * size + r * d, d);
            }
        }
    }
}
