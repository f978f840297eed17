package org.eyrie.sources.leaderboard;

import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/** Counts cells that say that nothing was measured. */
final class Unmeasured {

    private @Nullable Place first;
    private int count;

    void add(Place place) {
        first = first == null ? place : first;
        count++;
    }

    /** Says how many there were, where there were any. */
    void note(FactSink sink) {
        if (first != null) {
            sink.note(
                    first,
                    count + (count == 1 ? " score" : " scores, this one first,")
                            + " left out: the cell says that it was not measured");
        }
    }
}
