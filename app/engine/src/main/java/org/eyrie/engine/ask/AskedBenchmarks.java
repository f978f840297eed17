package org.eyrie.engine.ask;

import java.util.Collection;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.UnknownBenchmarkException;

/** Which benchmarks an answer is about. */
record AskedBenchmarks(ScoreStore scores) {

    /**
     * Those asked for, once each, or all where none is asked for.
     *
     * @throws UnknownBenchmarkException if there is no such benchmark
     */
    List<BenchmarkId> wanted(Collection<BenchmarkId> asked) {
        List<BenchmarkId> known =
                scores.benchmarks().stream().map(Benchmark::id).toList();
        for (BenchmarkId benchmark : asked) {
            if (!known.contains(benchmark)) {
                throw new UnknownBenchmarkException(benchmark, known);
            }
        }
        return asked.isEmpty() ? known : asked.stream().distinct().toList();
    }
}
