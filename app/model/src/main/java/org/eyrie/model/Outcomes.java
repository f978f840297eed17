package org.eyrie.model;

/**
 * Which items of a benchmark a model answered correctly, in the order of the items.
 *
 * @param value one character per item: {@code 1} correct, {@code 0} wrong, {@code -} not seen; one to
 *     {@value #MAX_ITEMS} of them
 */
public record Outcomes(String value) {

    /** The largest benchmark that is accepted, in items. */
    public static final int MAX_ITEMS = 1_000_000;

    public Outcomes {
        if (value.isEmpty() || value.length() > MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "Outcomes must cover 1 to " + MAX_ITEMS + " items, not " + value.length());
        }
        for (int item = 0; item < value.length(); item++) {
            char outcome = value.charAt(item);
            if (outcome != '0' && outcome != '1' && outcome != '-') {
                throw new IllegalArgumentException("An outcome is 0, 1 or -, not '" + outcome + "' (U+"
                        + String.format("%04X", (int) outcome) + ") at item " + item);
            }
        }
    }

    /** Number of items, seen or not. */
    public int items() {
        return value.length();
    }

    /** Number of items with an outcome. */
    public int seen() {
        return items() - count('-');
    }

    /** Number of items answered correctly. */
    public int correct() {
        return count('1');
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
