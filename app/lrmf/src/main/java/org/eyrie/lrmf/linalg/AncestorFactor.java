package org.eyrie.lrmf.linalg;

import java.util.Arrays;

/**
 * The part of a factor that says what some nodes are like together, all others integrated out: the columns of these nodes
 * and of all that stands above them in the elimination tree. What is below any of them, or beside all, is left out, and
 * nothing has to be eliminated again, whatever the order was.
 *
 * <p>Holding nodes above that nobody asks for costs less than integrating them out: a node that hundreds were joined to
 * would leave all of these joined pairwise.
 */
public final class AncestorFactor {

    private AncestorFactor() {}

    /**
     * Of the nodes from {@code from} to {@code to} - 1, which become the first of the new factor, in their order; those above
     * them come after.
     *
     * @throws IllegalArgumentException if the factor has a boundary
     */
    public static BlockCholesky of(BlockCholesky factor, int from, int to) {
        SymbolicCholesky s = factor.symbolic;
        if (s.free < s.nodes) {
            throw new IllegalArgumentException("A factor with a boundary holds no joint distribution");
        }
        int[] place = places(s, from, to);
        int kept = 0;
        int blocks = 0;
        for (int p = 0; p < s.nodes; p++) {
            if (place[p] >= 0) {
                kept++;
                blocks += s.columnStart[p + 1] - s.columnStart[p];
            }
        }
        int size = factor.d * factor.d;
        int[] order = new int[kept];
        int[] columnStart = new int[kept + 1];
        int[] row = new int[blocks];
        double[] diagonal = new double[kept * size];
        double[] lower = new double[blocks * size];
        int further = to - from;
        for (int p = 0; p < s.nodes; p++) {
            int c = place[p];
            if (c < 0) {
                continue;
            }
            int node = s.order[p];
            order[c] = node >= from && node < to ? node - from : further++;
            int at = columnStart[c];
            for (int e = s.columnStart[p]; e < s.columnStart[p + 1]; e++) {
                row[at++] = place[s.row[e]];
            }
            columnStart[c + 1] = at;
            System.arraycopy(factor.diagonal, p * size, diagonal, c * size, size);
            int length = (at - columnStart[c]) * size;
            System.arraycopy(factor.lower, s.columnStart[p] * size, lower, columnStart[c] * size, length);
        }
        return new BlockCholesky(SymbolicCholesky.known(order, columnStart, row), factor.d, diagonal, lower);
    }

    /** How many blocks that would have, those on the diagonal among them. */
    public static int blocks(SymbolicCholesky symbolic, int from, int to) {
        int[] place = places(symbolic, from, to);
        int blocks = 0;
        for (int p = 0; p < place.length; p++) {
            if (place[p] >= 0) {
                blocks += 1 + symbolic.columnStart[p + 1] - symbolic.columnStart[p];
            }
        }
        return blocks;
    }

    /** Per position of the factor that of the part, -1 of what is not in it. */
    private static int[] places(SymbolicCholesky s, int from, int to) {
        boolean[] wanted = new boolean[s.nodes];
        for (int node = from; node < to; node++) {
            wanted[s.position[node]] = true;
        }
        int[] place = new int[s.nodes];
        Arrays.fill(place, -1);
        int kept = 0;
        for (int p = 0; p < s.nodes; p++) {
            if (wanted[p]) {
                place[p] = kept++;
                if (s.parent(p) < s.nodes) {
                    wanted[s.parent(p)] = true;
                }
            }
        }
        return place;
    }
}
