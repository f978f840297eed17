package org.eyrie.lrmf.linalg;

import java.util.Arrays;

/**
 * Which off-diagonal blocks of a symmetric matrix may differ from zero. Diagonal blocks always may.
 *
 * <p>Node i's neighbours are {@code neighbour[start[i]]} to {@code neighbour[start[i + 1] - 1]}, ascending.
 */
public final class BlockPattern {

    final int nodes;
    final int[] start;
    final int[] neighbour;

    private BlockPattern(int nodes, int[] start, int[] neighbour) {
        this.nodes = nodes;
        this.start = start;
        this.neighbour = neighbour;
    }

    /** Number of block rows. */
    public int nodes() {
        return nodes;
    }

    /** Number of node pairs that are joined. */
    public int pairs() {
        return neighbour.length / 2;
    }

    /** Collects pairs, in any order and as often as they come. */
    public static final class Builder {

        private final int nodes;
        private long[] pairs = new long[1024];
        private int size;

        /** For a matrix of that many block rows. */
        public Builder(int nodes) {
            if (nodes < 0) {
                throw new IllegalArgumentException("Cannot have " + nodes + " nodes");
            }
            this.nodes = nodes;
        }

        /** Joins two nodes; a node is always joined to itself. */
        public Builder join(int i, int j) {
            if (i < 0 || j < 0 || i >= nodes || j >= nodes) {
                throw new IllegalArgumentException("No such pair of nodes: " + i + ", " + j + " of " + nodes);
            }
            if (i != j) {
                append(((long) i << 32) | j);
                append(((long) j << 32) | i);
            }
            return this;
        }

        /**
         * Joins all nodes of every group with each other.
         *
         * @param start where each group begins in {@code node}, and the end of the last
         */
        public Builder joinGroups(int[] start, int[] node) {
            for (int g = 0; g < start.length - 1; g++) {
                for (int a = start[g]; a < start[g + 1]; a++) {
                    for (int b = start[g]; b < a; b++) {
                        join(node[a], node[b]);
                    }
                }
            }
            return this;
        }

        private void append(long pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = pair;
        }

        /** The pattern of all pairs so far. */
        public BlockPattern build() {
            Arrays.sort(pairs, 0, size);
            int[] start = new int[nodes + 1];
            int[] neighbour = new int[size];
            int kept = 0;
            for (int p = 0; p < size; p++) {
                if (p == 0 || pairs[p] != pairs[p - 1]) {
                    start[(int) (pairs[p] >>> 32) + 1]++;
                    neighbour[kept++] = (int) pairs[p];
                }
            }
            for (int i = 0; i < nodes; i++) {
                start[i + 1] += start[i];
            }
            return new BlockPattern(nodes, start, Arrays.copyOf(neighbour, kept));
        }
    }
}
