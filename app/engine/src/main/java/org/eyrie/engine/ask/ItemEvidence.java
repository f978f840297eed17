package org.eyrie.engine.ask;

/**
 * What a statement about items rests on.
 *
 * @param itemsObserved how many items of this benchmark the model is known on, stored or told with the question
 * @param items how many it has
 * @param itemsElsewhere how many items of other benchmarks it is known on
 * @param ownScores scores of its own, but for those on benchmarks it is known on item by item
 * @param relativesKnown relatives within reach that are known item by item
 * @param modelsKnown models the benchmark's items were learned from
 * @param relativesMeasured relatives within reach with any score
 */
public record ItemEvidence(
        int itemsObserved,
        int items,
        int itemsElsewhere,
        int ownScores,
        int relativesKnown,
        int modelsKnown,
        int relativesMeasured) {}
