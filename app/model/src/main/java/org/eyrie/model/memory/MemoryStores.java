package org.eyrie.model.memory;

import org.eyrie.model.Stores;

/**
 * The ports over one graph in memory. Safe for many threads: each call sees and leaves a whole state, writes wait for
 * each other and for reads. Meant for thousands of models.
 */
public final class MemoryStores {

    private MemoryStores() {}

    /** The ports over a new graph, which is empty. */
    public static Stores empty() {
        Graph graph = new Graph();
        return new Stores(
                new MemoryLineageStore(graph),
                new MemoryScoreStore(graph),
                new MemoryFitStore(graph),
                new MemoryFactStore(graph),
                new MemoryRecipeStore(graph),
                new MemoryHistoryStore(graph));
    }
}
