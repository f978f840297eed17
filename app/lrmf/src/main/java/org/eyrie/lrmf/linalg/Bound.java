package org.eyrie.lrmf.linalg;

/**
 * How large a factor may become.
 *
 * @param blocks off-diagonal blocks: memory
 * @param products block products of one factorisation: time
 */
public record Bound(long blocks, long products) {

    /** No bound. */
    public static final Bound NONE = new Bound(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final long SPARE_BLOCKS = 300_000;
    private static final long BLOCKS_A_NODE = 8;
    private static final long SPARE_PRODUCTS = 2_000_000;
    private static final long PRODUCTS_A_NODE = 100;

    /** So many posteriors learning takes otherwise. */
    private static final long SWEEPS = 15;

    /** Longest array of numbers that a factor's blocks may fill, 8 GB. */
    private static final long MOST_NUMBERS = 1L << 30;

    public Bound {
        if (blocks < 0 || products < 0) {
            throw new IllegalArgumentException("A bound cannot be negative: " + blocks + ", " + products);
        }
    }

    /**
     * Grows as the number of nodes does. A real lineage of 5,410 models and its clades, 11,350 nodes, takes 5 blocks and
     * 40 products a node, and 7 and 185 where the clades have to be eliminated last; the bound there is 34 and 276.
     *
     * @param d rows of a block; none where there is no column to speak of
     */
    public static Bound usual(int nodes, int d) {
        if (d < 0) {
            throw new IllegalArgumentException("A block cannot have " + d + " rows");
        }
        long numbers = Math.max(1, (long) d * d);
        long blocks = Math.min(SPARE_BLOCKS + BLOCKS_A_NODE * nodes, MOST_NUMBERS / numbers);
        return new Bound(blocks, SPARE_PRODUCTS + PRODUCTS_A_NODE * nodes);
    }

    /** Of a field that is solved once or twice and not at every sweep: as long as all of them take. */
    public static Bound once(int nodes, int d) {
        Bound usual = usual(nodes, d);
        return new Bound(usual.blocks, SWEEPS * usual.products);
    }

    boolean admits(long someBlocks, long someProducts) {
        return someBlocks <= blocks && someProducts <= products;
    }
}
