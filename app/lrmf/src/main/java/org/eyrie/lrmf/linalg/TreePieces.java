package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An elimination tree in pieces, none of which needs another: whatever has more than some of the work below it is the
 * border, what hangs below the border are the pieces. Nodes that are joined are above one another in the tree, so no two
 * pieces are joined.
 *
 * <p>A column's work is counted as (k + 1) (k + 2) / 2 for its k blocks: its products, and the blocks themselves.
 */
public final class TreePieces {

    /** Where a node is that belongs to no piece. */
    public static final int BORDER = -1;

    /** Least number of trees that the work of a piece would be made of if trees were as large as may be. */
    private static final int TREES_A_PIECE = 4;

    private final int[] pieceOf;
    private final int count;
    private final double borderShare;

    private TreePieces(int[] pieceOf, int count, double borderShare) {
        this.pieceOf = pieceOf;
        this.count = count;
        this.borderShare = borderShare;
    }

    /**
     * Cuts a tree.
     *
     * @param symbolic without boundary
     * @param wanted number of pieces; there are fewer where the tree has not that much to share out
     */
    public static TreePieces of(SymbolicCholesky symbolic, int wanted) {
        if (wanted < 1 || symbolic.free < symbolic.nodes) {
            throw new IllegalArgumentException("Cannot cut a tree of " + symbolic.nodes + " nodes, " + symbolic.free
                    + " of them free, into " + wanted + " pieces");
        }
        int nodes = symbolic.nodes;
        long[] below = new long[nodes];
        long all = 0;
        for (int c = 0; c < nodes; c++) {
            below[c] += work(symbolic, c);
            all += work(symbolic, c);
            int parent = symbolic.parent(c);
            if (parent < nodes) {
                below[parent] += below[c];
            }
        }
        long most = all / ((long) TREES_A_PIECE * wanted);
        int[] pieceAt = new int[nodes];
        Arrays.fill(pieceAt, BORDER);
        int count = pack(symbolic, below, most, wanted, pieceAt);
        long border = 0;
        int[] pieceOf = new int[nodes];
        for (int c = nodes - 1; c >= 0; c--) {
            if (below[c] > most) {
                border += work(symbolic, c);
            } else if (pieceAt[c] == BORDER) {
                pieceAt[c] = pieceAt[symbolic.parent(c)]; // not a root, so what is above it is in a piece
            }
            pieceOf[symbolic.order[c]] = pieceAt[c];
        }
        return new TreePieces(pieceOf, count, all == 0 ? 0 : (double) border / all);
    }

    private static long work(SymbolicCholesky symbolic, int c) {
        long blocks = (long) symbolic.columnStart[c + 1] - symbolic.columnStart[c];
        return (blocks + 1) * (blocks + 2) / 2;
    }

    /**
     * Puts whole trees into pieces, those that hang below the same node of the border next to each other, so that pieces
     * touch little of the border.
     *
     * @param pieceAt filled at the trees' roots
     * @return number of pieces
     */
    private static int pack(SymbolicCholesky symbolic, long[] below, long most, int wanted, int[] pieceAt) {
        int nodes = symbolic.nodes;
        List<Integer> roots = IntStream.range(0, nodes)
                .filter(c -> below[c] <= most && (symbolic.parent(c) == nodes || below[symbolic.parent(c)] > most))
                .boxed()
                .sorted(Comparator.comparing(symbolic::parent))
                .toList();
        long left = roots.stream().mapToLong(root -> below[root]).sum();
        long share = Math.max(1, (left + wanted - 1) / wanted);
        int piece = 0;
        long filled = 0;
        for (int root : roots) {
            if (filled >= share) {
                piece++;
                filled = 0;
            }
            pieceAt[root] = piece;
            filled += below[root];
        }
        return roots.isEmpty() ? 0 : piece + 1;
    }

    /** Number of pieces. */
    public int count() {
        return count;
    }

    /** Piece of a node, or {@link #BORDER}. */
    public int pieceOf(int node) {
        return pieceOf[node];
    }

    /** Share of the work that is in the border, 0 to 1: it waits for all pieces, and all pieces wait for it. */
    public double borderShare() {
        return borderShare;
    }
}
