package org.eyrie.develop.contest;

import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchRecord;

/** What a search can still pay. */
public final class Budget {

    /** What is paid before anybody knows how long an item takes, where seconds are limited. */
    private static final long UNTIMED = 60;

    private Budget() {}

    /**
     * Item evaluations that can still be ordered: those left, or as many as the seconds left are likely to suffice for at the
     * rate so far. At least 0.
     */
    public static long left(SearchRecord record) {
        SearchBudget budget = record.plan().settings().budget();
        long spent = record.spent();
        long items = Math.max(0, budget.items() - spent);
        double seconds = budget.seconds() - record.seconds();
        if (Double.isInfinite(seconds)) {
            return items;
        }
        if (seconds <= 0) {
            return 0;
        }
        if (spent == 0 || record.seconds() <= 0) {
            return Math.min(items, UNTIMED);
        }
        return Math.min(items, (long) (seconds * spent / record.seconds()));
    }

    /** What the whole search is likely to pay, by items or by seconds at the rate so far. */
    public static long whole(SearchRecord record) {
        return record.spent() + left(record);
    }
}
