package org.eyrie.sources.ndjson;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;

/** Hands a benchmark over when it is met first, and again only where more items of it become known. */
public final class OnceEach {

    private final FactSink sink;
    private final Map<BenchmarkId, Integer> items = new HashMap<>();

    public OnceEach(FactSink sink) {
        this.sink = sink;
    }

    public void benchmark(Place place, Benchmark benchmark) {
        int count = benchmark.items() == null ? 0 : benchmark.items();
        Integer before = items.get(benchmark.id());
        if (before == null || before < count) {
            items.put(benchmark.id(), count);
            sink.benchmark(place, benchmark);
        }
    }
}
