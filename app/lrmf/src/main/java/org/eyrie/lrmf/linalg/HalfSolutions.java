package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Blocks of A⁻¹ of a few free nodes, each of which takes half a solution: with Y_i = L⁻¹ E_i the block of i and j is Y_iᵀ Y_j over the
 * free nodes, and B_iᵀ Σ B_j over the boundary, where B is what of Y reaches the boundary and Σ the covariance given there.
 *
 * <p>Y_i has blocks on the way from i to the root of the elimination tree only, so that a node takes O(b d³) time for the b blocks of
 * the columns on that way, and β² for the β boundary nodes that they reach; the columns of the inverse on the same way, which {@link
 * SelectedInverse} needs, take b times as many products as a column has rows. Any two nodes will do, whether or not the pattern
 * joins them; the more nodes are asked for, the better does the selected inverse. Safe for use by several threads.
 */
public final class HalfSolutions {

    private final BlockCholesky factor;
    private final SymbolicCholesky symbolic;
    private final SelectedInverse.BoundaryCovariance boundary;
    private final int d;
    private final int size;
    private final int edge;
    /** Σ, the blocks on and below its diagonal row by row, read as they are needed. */
    private final double[] sigma;

    private final boolean[] isRead;
    private final Map<Integer, Half> halves = new HashMap<>();

    /**
     * Of one node.
     *
     * @param path positions from the node's to the root's
     * @param y blocks of the path, then those of the reached boundary nodes
     * @param reached boundary nodes, counted from the first, ascending
     * @param spread Σ B by boundary node, where it is known
     */
    @SuppressWarnings("ArrayRecordComponent") // structure of arrays
    private record Half(int[] path, double[] y, int[] reached, double[] spread, BitSet isSpread) {}

    /** @param boundary covariance of the factor's boundary nodes; not asked where it has none */
    public HalfSolutions(BlockCholesky factor, SelectedInverse.BoundaryCovariance boundary) {
        this.factor = factor;
        this.symbolic = factor.symbolic;
        this.boundary = boundary;
        this.d = factor.d;
        this.size = d * d;
        this.edge = symbolic.nodes - symbolic.free;
        this.isRead = new boolean[edge * (edge + 1) / 2];
        this.sigma = new double[Math.multiplyExact(isRead.length, size)];
    }

    /**
     * The block of two free nodes: d x d numbers with i as row, into {@code block}.
     *
     * @throws IllegalArgumentException if one of them is on the boundary
     */
    public synchronized void read(int i, int j, double[] block, int offset) {
        if (i < j) {
            double[] other = new double[size];
            read(j, i, other, 0);
            BlockKernels.transpose(other, 0, block, offset, d);
            return;
        }
        Half row = half(i);
        Half column = half(j);
        double[] sum = new double[size];
        int r = row.path.length - 1;
        for (int c = column.path.length - 1; r >= 0 && c >= 0 && row.path[r] == column.path[c]; r--, c--) {
            BlockProducts.addTransposedTimes(sum, 0, row.y, r * size, column.y, c * size, d);
        }
        for (int k = 0; k < row.reached.length; k++) {
            int b = row.reached[k];
            spread(column, b);
            BlockProducts.addTransposedTimes(sum, 0, row.y, (row.path.length + k) * size, column.spread, b * size, d);
        }
        System.arraycopy(sum, 0, block, offset, size);
    }

    private Half half(int node) {
        return halves.computeIfAbsent(node, this::solved);
    }

    private Half solved(int node) {
        int begin = symbolic.position[node];
        if (begin >= symbolic.free) {
            throw new IllegalArgumentException("Node " + node + " is on the boundary");
        }
        int[] path = IntStream.iterate(begin, p -> p < symbolic.free, symbolic::parent)
                .toArray();
        BitSet reach = new BitSet(edge);
        for (int p : path) {
            for (int e = symbolic.columnStart[p + 1] - 1;
                    e >= symbolic.columnStart[p] && symbolic.row[e] >= symbolic.free;
                    e--) {
                reach.set(symbolic.row[e] - symbolic.free);
            }
        }
        int[] reached = reach.stream().toArray();
        int[] slot = new int[symbolic.nodes];
        for (int k = 0; k < path.length; k++) {
            slot[path[k]] = k;
        }
        for (int k = 0; k < reached.length; k++) {
            slot[symbolic.free + reached[k]] = path.length + k;
        }
        double[] y = new double[(path.length + reached.length) * size];
        for (int k = 0; k < d; k++) {
            y[k * (d + 1)] = 1;
        }
        double[] root = new double[size];
        double[] right = new double[size];
        for (int k = 0; k < path.length; k++) {
            int p = path[k];
            BlockKernels.invertLower(factor.diagonal, p * size, root, 0, d);
            System.arraycopy(y, k * size, right, 0, size);
            Arrays.fill(y, k * size, (k + 1) * size, 0);
            BlockProducts.addTimes(y, k * size, root, 0, right, 0, d);
            for (int e = symbolic.columnStart[p]; e < symbolic.columnStart[p + 1]; e++) {
                BlockProducts.subtractTimes(y, slot[symbolic.row[e]] * size, factor.lower, e * size, y, k * size, d);
            }
        }
        return new Half(path, y, reached, new double[edge * size], new BitSet(edge));
    }

    /** Works out Σ B at a boundary node. */
    private void spread(Half half, int b) {
        if (half.isSpread.get(b)) {
            return;
        }
        half.isSpread.set(b);
        for (int k = 0; k < half.reached.length; k++) {
            int other = half.reached[k];
            int at = (half.path.length + k) * size;
            if (other <= b) {
                BlockProducts.addTimes(half.spread, b * size, sigma, sigma(b, other), half.y, at, d);
            } else {
                BlockProducts.addTransposedTimes(half.spread, b * size, sigma, sigma(other, b), half.y, at, d);
            }
        }
    }

    /** Where Σ has the block of two boundary nodes, the first not before the second. */
    private int sigma(int row, int column) {
        int number = row * (row + 1) / 2 + column;
        if (!isRead[number]) {
            isRead[number] = true;
            int first = symbolic.free;
            boundary.read(symbolic.order[first + row], symbolic.order[first + column], sigma, number * size);
        }
        return number * size;
    }
}
