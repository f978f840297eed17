package org.eyrie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a benchmark a model answered correctly, in the order of the items.
 *
 * @param value one character per item: {@code 1} correct, {@code 0} wrong, {@code -} not seen; one to
 *     {@value #MAX_ITEMS} of them
 * @param names of the items in this order, each once, or null where they are known by position alone; a store needs them
 *     to line outcomes up, see {@link ItemLayout}, and does not give them back
 */
public record Outcomes(String value, @Nullable List<String> names) {

    /** The largest benchmark that is accepted, in items. */
    public static final int MAX_ITEMS = 1_000_000;

    /** An item that was not seen. */
    public static final char NOT_SEEN = '-';

    private static final double SAME = 1e-9;

    /** Outcomes of items that are known by position alone. */
    public Outcomes(String value) {
        this(value, null);
    }

    public Outcomes {
        if (names != null) {
            names = List.copyOf(names);
            if (names.size() != value.length()) {
                throw new IllegalArgumentException(value.length() + " outcomes cannot have " + names.size() + " names");
            }
        }
        if (value.isEmpty() || value.length() > MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "Outcomes must cover 1 to " + MAX_ITEMS + " items, not " + value.length());
        }
        for (int item = 0; item < value.length(); item++) {
            char outcome = value.charAt(item);
            if (outcome != '0' && outcome != '1' && outcome != NOT_SEEN) {
                throw new IllegalArgumentException("An outcome is 0, 1 or -, not '" + outcome + "' (U+"
                        + String.format("%04X", (int) outcome) + ") at item " + item);
            }
        }
    }

    /** Number of items, seen or not. */
    public int items() {
        return value.length();
    }

    /** These outcomes, and further items that were not seen, up to that many in all. */
    public Outcomes paddedTo(int items) {
        int missing = items - value.length();
        return missing <= 0
                ? this
                : new Outcomes(value + String.valueOf(NOT_SEEN).repeat(missing));
    }

    /** Whether there is an outcome here where the other, of the same items in the same order, has none. */
    public boolean knowsMoreThan(Outcomes other) {
        for (int item = 0; item < items(); item++) {
            if (value.charAt(item) != NOT_SEEN && (item >= other.items() || other.value.charAt(item) == NOT_SEEN)) {
                return true;
            }
        }
        return false;
    }

    /** These outcomes and, of items not seen here, those of an older run over the same items in the same order. */
    public Outcomes over(Outcomes older) {
        StringBuilder both = new StringBuilder(older.paddedTo(items()).value);
        for (int item = 0; item < items(); item++) {
            if (value.charAt(item) != NOT_SEEN) {
                both.setCharAt(item, value.charAt(item));
            }
        }
        return new Outcomes(both.toString());
    }

    /** Number of items with an outcome. */
    public int seen() {
        return items() - count(NOT_SEEN);
    }

    /** Number of items answered correctly. */
    public int correct() {
        return count('1');
    }

    /** Share of the items seen that were answered correctly, 0 to 1; NaN where none was seen. */
    public double share() {
        return (double) correct() / seen();
    }

    /** Whether a score is the share of the items seen that were answered correctly, and nothing else. */
    public boolean makeUp(double score) {
        return Math.abs(score - share()) < SAME; // not where none was seen
    }

    private int count(char outcome) {
        int count = 0;
        for (int item = 0; item < value.length(); item++) {
            if (value.charAt(item) == outcome) {
                count++;
            }
        }
        return count;
    }
}
