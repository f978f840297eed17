package org.eyrie.sources.ndjson;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.sources.spi.Finding;

/** Finds benchmarks that were met before; one of which more items become known is new. */
final class KnownBenchmarks implements Predicate<Finding> {

    private final Map<BenchmarkId, Integer> items = new HashMap<>();

    @Override
    public boolean test(Finding finding) {
        if (!(finding instanceof Finding.OfBenchmark met)) {
            return false;
        }
        Benchmark benchmark = met.benchmark();
        int count = benchmark.items() == null ? 0 : benchmark.items();
        Integer before = items.get(benchmark.id());
        boolean known = before != null && before >= count;
        if (!known) {
            items.put(benchmark.id(), count);
        }
        return known;
    }
}
