package org.eyrie.model.memory;

import org.eyrie.model.FactStore;
import org.eyrie.model.FitStore;
import org.eyrie.model.LineageStore;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.ScoreStore;

/**
 * The five ports over one graph in memory. Safe for many threads: each call sees and leaves a whole state, writes
 * wait for each other and for reads. Meant for thousands of models.
 */
public final class MemoryStores {

    private final FactStore facts;
    private final LineageStore lineage;
    private final ScoreStore scores;
    private final FitStore fits;
    private final RecipeStore recipes;

    /** An empty graph. */
    public MemoryStores() {
        Graph graph = new Graph();
        facts = new MemoryFactStore(graph);
        lineage = new MemoryLineageStore(graph);
        scores = new MemoryScoreStore(graph);
        fits = new MemoryFitStore(graph);
        recipes = new MemoryRecipeStore(graph);
    }

    public FactStore facts() {
        return facts;
    }

    public LineageStore lineage() {
        return lineage;
    }

    public ScoreStore scores() {
        return scores;
    }

    public FitStore fits() {
        return fits;
    }

    public RecipeStore recipes() {
        return recipes;
    }
}
