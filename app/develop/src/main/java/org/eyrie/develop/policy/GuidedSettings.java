package org.eyrie.develop.policy;

/**
 * What divides budgets; each was chosen on development items of families other than those that figures are reported of.
 *
 * @param share of the budget for exploring
 * @param start share of that for the first candidates
 * @param boldness as in {@link GuidedPlan}
 */
record GuidedSettings(double share, double start, double boldness) {

    private static final long SMALL = 2000;
    private static final long LARGE = 10_000;

    static GuidedSettings usual() {
        return new GuidedSettings(.6, .35, .5);
    }

    GuidedPlan plan(long budget) {
        long exploring = Math.round(share * budget);
        int items = budget >= LARGE ? 24 : 12;
        int first = (int) Math.max(4, Math.round(start * exploring / items));
        int batch = budget < SMALL ? 6 : 8;
        return new GuidedPlan(exploring, first, items, 6 * batch, batch, .15, boldness, 2 * items);
    }
}
