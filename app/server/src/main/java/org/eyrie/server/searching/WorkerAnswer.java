package org.eyrie.server.searching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says of an order.
 *
 * @param number of the order
 * @param items every item that was asked, with whether it was solved; null where it failed
 * @param failure why nothing came of it; null where something did
 */
public record WorkerAnswer(
        int number,
        @Nullable List<SolvedItem> items,
        @Nullable String failure) {

    /**
     * An item that was asked.
     *
     * @param item its position in the search
     */
    public record SolvedItem(int item, boolean solved) {}
}
