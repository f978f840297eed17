package org.eyrie.model.development;

import java.util.List;

/**
 * A candidate to be asked some items, reserved before anybody runs it.
 *
 * @param number of the order in the search, from 0: its key
 * @param program the candidate's id
 * @param items positions in the plan's items, ascending, none asked of this candidate before
 * @param drawn whether it was drawn at random, so that it may tell how good forecasts are
 * @param mean forecast of its score before the run, 0 to 1; NaN where there was none
 * @param sd standard deviation of that forecast for the true score; NaN where there was none
 */
public record RunOrder(int number, String program, List<Integer> items, boolean drawn, double mean, double sd) {

    public RunOrder {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A run needs items");
        }
    }
}
