package org.eyrie.model;

/**
 * The ports over one graph.
 *
 * @param lineage the graph's nodes and edges
 * @param scores its benchmarks and what was measured
 * @param fits fits and what they predict
 * @param facts where all but fits is written
 * @param recipes how merges were made
 * @param history what was imported, and how to take it back
 */
public record Stores(
        LineageStore lineage,
        ScoreStore scores,
        FitStore fits,
        FactStore facts,
        RecipeStore recipes,
        HistoryStore history) {}
