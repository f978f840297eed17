package org.eyrie.model.development;

/**
 * What a search may spend before it ends.
 *
 * @param items evaluations of one item each, from 1
 * @param seconds of the clock, over all runs of the search; infinite where there is no limit
 */
public record SearchBudget(long items, double seconds) {

    public SearchBudget {
        if (items < 1) {
            throw new IllegalArgumentException("A budget of " + items + " items pays for nothing");
        }
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("A budget of " + seconds + " seconds pays for nothing");
        }
    }

    public static SearchBudget ofItems(long items) {
        return new SearchBudget(items, Double.POSITIVE_INFINITY);
    }
}
