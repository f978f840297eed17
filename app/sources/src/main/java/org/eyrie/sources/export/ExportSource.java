package org.eyrie.sources.export;

import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;

/** What is exported, one part of the models after the other, so that no more than one of them need be in memory. */
public interface ExportSource {

    /** What the models were evaluated on, or are predicted on, by id. */
    List<Benchmark> benchmarks();

    /** Names of a benchmark's items by position; none where those are not exported. */
    List<String> items(BenchmarkId benchmark);

    /** Whether anything may be predicted. */
    boolean isPredicted();

    /** Every part; read anew each time. */
    Iterable<? extends ExportPart> parts();
}
