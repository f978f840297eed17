package org.eyrie.sources.benchmarks;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;

/** A source whose figures go where the map says. */
record MappedSource(Source source, BenchmarkMap map, List<Benchmark> stored) implements Source {

    MappedSource {
        stored = List.copyOf(stored);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String origin() {
        return source.origin();
    }

    @Override
    public UnknownModels unknownModels() {
        return source.unknownModels();
    }

    @Override
    public boolean namesBenchmarks() {
        return source.namesBenchmarks();
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
