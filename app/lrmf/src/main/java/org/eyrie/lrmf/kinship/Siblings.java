package org.eyrie.lrmf.kinship;

import java.util.List;

/**
 * Descriptors of siblings, in blocks that are alike among themselves: each block is a kernel of its own.
 *
 * <p>Descriptors of a block share their unit; a block's unit is learned, so it matters only how they stand to one another. A
 * descriptor that is the same for all says nothing and does no harm.
 */
public final class Siblings {

    private final int count;
    private final List<double[][]> blocks;

    /**
     * Of so many siblings.
     *
     * @param blocks rows are siblings, all blocks in one order; at least one block
     * @throws IllegalArgumentException if blocks have different numbers of rows, a block rows of different lengths, or a
     *     number is not finite
     */
    public Siblings(List<double[][]> blocks) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("Siblings need a block of descriptors");
        }
        this.count = blocks.get(0).length;
        this.blocks = List.copyOf(blocks);
        for (double[][] block : blocks) {
            if (block.length != count) {
                throw new IllegalArgumentException("A block describes " + block.length + " siblings, another " + count);
            }
            for (double[] row : block) {
                check(row, block[0].length);
            }
        }
    }

    private static void check(double[] row, int length) {
        if (row.length != length) {
            throw new IllegalArgumentException("A sibling has " + row.length + " descriptors, another " + length);
        }
        for (double value : row) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A descriptor is " + value);
            }
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    List<double[][]> blocks() {
        return blocks;
    }
}
