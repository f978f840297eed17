package org.eyrie.lrmf.linalg;

import java.io.Serializable;

/**
 * What eliminated nodes have to say about those that remain: blocks that are added to the remaining nodes' matrix. Only
 * pairs that the eliminated ones joined are held.
 *
 * @param node per remaining node, its number where it will be added
 * @param diagonal d x d per remaining node, row by row
 * @param row per joined pair, place of the block's row in {@code node}
 * @param column per joined pair, place of the block's column in {@code node}
 * @param lower d x d per joined pair, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record SchurComplement(int[] node, double[] diagonal, int[] row, int[] column, double[] lower)
        implements Serializable {

    /**
     * What the free nodes of a factor have to say about its boundary.
     *
     * @param factor of {@link BlockCholesky#factorAndReduce}
     * @param number per boundary node, in the order of the nodes, its number where that will be added
     */
    public static SchurComplement of(BlockCholesky factor, int[] number) {
        SymbolicCholesky symbolic = factor.symbolic;
        int free = symbolic.free;
        int count = symbolic.nodes - free;
        if (number.length != count) {
            throw new IllegalArgumentException(number.length + " numbers for a boundary of " + count + " nodes");
        }
        int[] node = new int[count];
        for (int p = 0; p < count; p++) {
            node[p] = number[symbolic.order[free + p] - free];
        }
        int first = symbolic.columnStart[free];
        int[] row = new int[symbolic.row.length - first];
        int[] column = new int[row.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = symbolic.row[first + k] - free;
            column[k] = symbolic.columnOfEntry[first + k] - free;
        }
        return new SchurComplement(node, factor.tail(factor.diagonal, free), row, column, factor.tailOfLower(free));
    }

    /** Joins in a pattern what this joins. */
    public void join(BlockPattern.Builder pattern) {
        for (int k = 0; k < row.length; k++) {
            pattern.join(node[row[k]], node[column[k]]);
        }
    }

    /** Adds this to a matrix whose pattern was joined by it. */
    public void addTo(BlockMatrix matrix) {
        int d = matrix.blockSize();
        for (int k = 0; k < node.length; k++) {
            int to = matrix.diagonalOffset(node[k]);
            for (int i = 0; i < d * d; i++) {
                matrix.diagonal()[to + i] += diagonal[k * d * d + i];
            }
        }
        for (int k = 0; k < row.length; k++) {
            int to = matrix.lowerOffset(node[row[k]], node[column[k]]);
            boolean asIs = matrix.isRow(node[row[k]], node[column[k]]);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    matrix.lower()[to + i * d + j] += lower[k * d * d + (asIs ? i * d + j : j * d + i)];
                }
            }
        }
    }
}
