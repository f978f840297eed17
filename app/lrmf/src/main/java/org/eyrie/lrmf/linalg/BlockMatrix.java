package org.eyrie.lrmf.linalg;

import java.util.Arrays;

/**
 * Numbers of a symmetric block matrix on the pattern of its factor, fill included: to be assembled, then factorised in
 * place.
 */
public final class BlockMatrix {

    /** Rows of a block at most: more are taken for foreign bytes where factors are read, and would not pay as blocks. */
    public static final int MOST_ROWS = 64;

    final SymbolicCholesky symbolic;
    final int d;
    final double[] diagonal;
    final double[] lower;

    /**
     * A zero matrix.
     *
     * @param d rows of a block
     */
    public BlockMatrix(SymbolicCholesky symbolic, int d) {
        if (d < 1) {
            throw new IllegalArgumentException("Blocks need at least one row: " + d);
        }
        this.symbolic = symbolic;
        this.d = d;
        diagonal = new double[Math.multiplyExact(symbolic.nodes, d * d)];
        lower = new double[Math.multiplyExact(symbolic.blocks(), d * d)];
    }

    /** Sets every number to zero. */
    public void clear() {
        Arrays.fill(diagonal, 0);
        Arrays.fill(lower, 0);
    }

    /** Where a node's diagonal block starts in {@link #diagonal()}. */
    public int diagonalOffset(int node) {
        return symbolic.position[node] * d * d;
    }

    /**
     * Where the block of two nodes starts in {@link #lower()}. It is stored with the node that is eliminated later as
     * its row; see {@link #isRow}.
     *
     * @throws IllegalArgumentException if the pattern does not join the two
     */
    public int lowerOffset(int i, int j) {
        return symbolic.block(i, j) * d * d;
    }

    /** Whether the stored block of i and j has i as its row and j as its column. */
    public boolean isRow(int i, int j) {
        return symbolic.position[i] > symbolic.position[j];
    }

    /** Diagonal blocks, row by row. */
    public double[] diagonal() {
        return diagonal;
    }

    /** Blocks below the diagonal, row by row. */
    public double[] lower() {
        return lower;
    }

    /** Rows of a block. */
    public int blockSize() {
        return d;
    }
}
