package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * A column of the score table.
 *
 * @param id its name, which differs wherever the setup does
 * @param items number of its items, at least one, or null where unknown
 * @param setup how its task is run
 */
public record Benchmark(BenchmarkId id, @Nullable Integer items, EvaluationSetup setup) {

    public Benchmark {
        if (items != null && items < 1) {
            throw new IllegalArgumentException("A benchmark has at least one item, not " + items + ": " + id);
        }
    }
}
