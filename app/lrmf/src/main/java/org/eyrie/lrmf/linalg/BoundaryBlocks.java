package org.eyrie.lrmf.linalg;

import java.util.BitSet;

/**
 * What a selected inverse is told of its boundary: read block by block as it is needed, since a block may have to be worked out
 * elsewhere first. Not for several threads before all is read.
 */
final class BoundaryBlocks {

    private final SymbolicCholesky symbolic;
    private final SelectedInverse.BoundaryCovariance boundary;
    private final int size;
    private final double[] diagonal;
    private final double[] lower;
    private final BitSet nodes = new BitSet();
    private final BitSet entries = new BitSet();
    private boolean isComplete;

    /**
     * @param size numbers of a block
     * @param diagonal filled here, at {@code position * size}
     * @param lower filled here, at {@code entry * size}
     */
    BoundaryBlocks(
            SymbolicCholesky symbolic,
            SelectedInverse.BoundaryCovariance boundary,
            int size,
            double[] diagonal,
            double[] lower) {
        this.symbolic = symbolic;
        this.boundary = boundary;
        this.size = size;
        this.diagonal = diagonal;
        this.lower = lower;
    }

    /** Reads what was not read yet. */
    void readAll() {
        for (int c = symbolic.free; c < symbolic.nodes; c++) {
            read(c, -1);
            for (int e = symbolic.columnStart[c]; e < symbolic.columnStart[c + 1]; e++) {
                read(c, e);
            }
        }
        isComplete = true;
    }

    /** An entry of the column at a position, or its node where the entry is below 0. */
    void read(int position, int entry) {
        int node = symbolic.order[position];
        if (entry < 0) {
            if (!nodes.get(position)) {
                boundary.read(node, node, diagonal, position * size);
                nodes.set(position);
            }
        } else if (!entries.get(entry)) {
            boundary.read(symbolic.order[symbolic.row[entry]], node, lower, entry * size);
            entries.set(entry);
        }
    }

    /** What the boundary nodes among the rows of a column, the entries from {@code start} to {@code end} - 1, have to do with each other. */
    void readAmong(int start, int end, int[] place) {
        for (int b = end - 1; !isComplete && b >= start && symbolic.row[b] >= symbolic.free; b--) {
            int column = symbolic.row[b];
            read(column, -1);
            int missing = end - b - 1;
            for (int walk = symbolic.columnStart[column]; missing > 0; walk++) {
                if (symbolic.isAfter(place, walk, b, end)) {
                    read(column, walk);
                    missing--;
                }
            }
        }
    }
}
