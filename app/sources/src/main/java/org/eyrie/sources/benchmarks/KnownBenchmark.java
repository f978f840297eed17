package org.eyrie.sources.benchmarks;

import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;

/**
 * A benchmark that sources report under several names or in parts.
 *
 * @param benchmark as it stands in the graph
 * @param ways how it is reported, those that are believed first
 */
record KnownBenchmark(Benchmark benchmark, List<Way> ways) {

    KnownBenchmark {
        ways = List.copyOf(ways);
    }

    BenchmarkId id() {
        return benchmark.id();
    }
}
