package org.eyrie.sources.benchmarks;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.RelayedSource;
import org.eyrie.sources.spi.Source;

/** A source whose figures go where the map says. */
record MappedSource(Source source, BenchmarkMap map, List<Benchmark> stored) implements RelayedSource {

    MappedSource {
        stored = List.copyOf(stored);
    }

    @Override
    public void read(FactSink sink) throws IOException {
        if (source.namesBenchmarks()) {
            source.read(new JoinedIds(stored, sink));
        } else {
            MappedFigures figures = new MappedFigures(map, stored, sink);
            source.read(figures);
            figures.end();
        }
    }
}
