package org.eyrie.model.development;

import java.util.List;

/**
 * What came of an order: one candidate, asked some items.
 *
 * @param number of the order, its key
 * @param program the candidate's id
 * @param items positions in the plan's items, ascending
 * @param outcomes a character for each of them: {@code 1} solved, {@code 0} not
 */
public record ItemRun(int number, String program, List<Integer> items, String outcomes) {

    public ItemRun {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() != outcomes.length()) {
            throw new IllegalArgumentException(items.size() + " items and " + outcomes.length() + " outcomes");
        }
    }

    /** Whether the item at a place of {@link #items} was solved. */
    public boolean solved(int place) {
        return outcomes.charAt(place) == '1';
    }
}
