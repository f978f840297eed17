package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Edges by one of their ends, as doubly linked lists within arrays: edges come and go in constant time. */
final class EdgeLists {

    private static final int NONE = -1;

    private final int[] first;
    private final int[] next;
    private final int[] previous;

    /**
     * @param models number of models
     * @param end the model by which each edge is found
     */
    EdgeLists(int models, int[] end) {
        first = new int[models];
        next = new int[end.length];
        previous = new int[end.length];
        Arrays.fill(first, NONE);
        for (int e = 0; e < end.length; e++) {
            add(e, end[e]);
        }
    }

    void add(int edge, int model) {
        next[edge] = first[model];
        previous[edge] = NONE;
        if (first[model] != NONE) {
            previous[first[model]] = edge;
        }
        first[model] = edge;
    }

    void remove(int edge, int model) {
        if (previous[edge] == NONE) {
            first[model] = next[edge];
        } else {
            next[previous[edge]] = next[edge];
        }
        if (next[edge] != NONE) {
            previous[next[edge]] = previous[edge];
        }
    }

    void each(int model, IntConsumer action) {
        for (int e = first[model]; e != NONE; e = next[e]) {
            action.accept(e);
        }
    }
}
