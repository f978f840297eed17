package org.eyrie.lrmf.linalg;

/**
 * What an elimination may still cost. From some point on the least degree hardly falls again until the end, so that what is
 * left costs at least as if every further node had the degree of the next one, or was joined to all that are left.
 *
 * @param bound on all together
 * @param border nodes that are never eliminated and may be joined to any
 */
record EliminationBudget(Bound bound, int border) {

    /**
     * Whether a node of some degree may come next.
     *
     * @param left how many nodes are still to be eliminated, this one included
     * @param blocks what was spent so far
     * @param products the same
     */
    boolean affords(int degree, int left, long blocks, long products) {
        double most = left + (double) border;
        double steady = Math.min(degree, most);
        double falling = Math.max(0, steady - border); // so many have that degree no longer: not enough others are left
        double even = left - falling;
        double furtherBlocks = even * steady + (steady * steady - (double) border * border) / 2;
        double furtherProducts = even * steady * steady / 2 + (cube(steady) - cube(border)) / 6;
        if (steady < border) {
            furtherBlocks = left * steady;
            furtherProducts = left * steady * steady / 2;
        }
        return blocks + furtherBlocks <= bound.blocks() && products + furtherProducts <= bound.products();
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /** The largest degree that the next node may have. */
    int most(int left, long blocks, long products) {
        int fits = 0;
        int fails = left + border + 1;
        while (fails - fits > 1) {
            int middle = (fits + fails) >>> 1;
            if (affords(middle, left, blocks, products)) {
                fits = middle;
            } else {
                fails = middle;
            }
        }
        return fits;
    }
}
