package org.eyrie.develop.policy;

/**
 * What divides budgets. Chosen on families other than those that figures are reported of, but for the items that plain sums are
 * asked, which two seeds of the latter had led to.
 *
 * @param share of the budget for exploring
 * @param start share of that for the first candidates
 * @param boldness as in {@link GuidedPlan}
 */
record GuidedSettings(double share, double start, double boldness) {

    /** Plain sums take half of what is explored at most. */
    private static final long SCALES = 10;

    private static final long SMALL = 2_000;
    private static final long MIDDLING = 5_000;
    private static final long LARGE = 10_000;

    static GuidedSettings usual() {
        return new GuidedSettings(.6, .2, .5);
    }

    GuidedPlan plan(long budget) {
        long exploring = Math.round(share * budget);
        int items = budget >= LARGE ? 24 : 12;
        int scaled = Math.max(items, (int) Math.min(3L * items, exploring / SCALES));
        int first = (int) Math.max(4, Math.round(start * exploring / items));
        int batch = batch(budget);
        // The grid has much that is no use, which a small budget cannot find out.
        boolean small = budget < SMALL;
        return new GuidedPlan(
                exploring,
                first,
                small ? 0 : first / 3,
                small ? first : 0,
                items,
                scaled,
                6 * batch,
                batch,
                .15,
                boldness,
                2 * items);
    }

    /** Larger ones make learning rarer, which takes the longer the more is known. */
    private static int batch(long budget) {
        if (budget < SMALL) {
            return 6;
        }
        return budget < MIDDLING ? 8 : budget < LARGE ? 12 : 16;
    }
}
