package org.eyrie.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each item of a benchmark stands in the outcomes on it. An item keeps the position it got first, and new ones are
 * appended, so outcomes that are stored stay true; runs over other items, or in another order, line up all the same.
 */
public final class ItemLayout {

    private final Map<String, Integer> positions = new LinkedHashMap<>();

    /** @param known names of the items by position */
    public ItemLayout(Collection<String> known) {
        known.forEach(this::position);
    }

    /**
     * Outcomes in the order of this layout, which takes up items it does not know yet. Outcomes without names are taken
     * to be in this order already. They end with the last item that was seen, however many there are: the same run
     * gives the same outcomes before and after other items became known.
     *
     * @throws IllegalArgumentException if there would be more items than outcomes can cover
     */
    public Outcomes place(Outcomes outcomes) {
        List<String> names = outcomes.names();
        if (names == null) {
            return outcomes;
        }
        char[] placed = new char[positions.size() + names.size()];
        Arrays.fill(placed, Outcomes.NOT_SEEN);
        int length = 1;
        for (int item = 0; item < names.size(); item++) {
            char outcome = outcomes.value().charAt(item);
            int position = position(names.get(item));
            placed[position] = outcome;
            length = outcome == Outcomes.NOT_SEEN ? length : Math.max(length, position + 1);
        }
        return new Outcomes(new String(placed, 0, length));
    }

    /** Names of the items by position. */
    public List<String> names() {
        return List.copyOf(positions.keySet());
    }

    /** How many items it has. */
    public int size() {
        return positions.size();
    }

    private int position(String name) {
        return positions.computeIfAbsent(name, fresh -> positions.size());
    }
}
