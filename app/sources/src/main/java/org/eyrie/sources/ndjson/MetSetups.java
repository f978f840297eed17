package org.eyrie.sources.ndjson;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.jspecify.annotations.Nullable;

/** Benchmarks of setups, of which a few come millions of times. Not for several threads. */
final class MetSetups {

    private static final int KEPT = 10_000;

    private record Met(EvaluationSetup setup, @Nullable Integer items) {}

    private final Map<Met, Benchmark> benchmarks = new HashMap<>();

    /** As {@link BenchmarkNames#benchmark}. */
    Benchmark benchmark(EvaluationSetup setup, @Nullable Integer items) {
        Met met = new Met(setup, items);
        Benchmark known = benchmarks.get(met);
        if (known == null) {
            known = BenchmarkNames.benchmark(setup, items);
            if (benchmarks.size() >= KEPT) {
                benchmarks.clear();
            }
            benchmarks.put(met, known);
        }
        return known;
    }
}
