package org.eyrie.engine.ask;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Nearest;
import org.eyrie.model.UnknownBenchmarkException;

/**
 * Which benchmarks an answer is about.
 *
 * @param known every benchmark there is
 */
public record AskedBenchmarks(List<BenchmarkId> known) {

    /** Among all there are. */
    public static AskedBenchmarks among(Collection<Benchmark> all) {
        return new AskedBenchmarks(all.stream().map(Benchmark::id).toList());
    }

    /**
     * Those asked for, once each, or all where none is asked for. Another case or hyphen is taken where one benchmark
     * alone can be meant.
     *
     * @throws UnknownBenchmarkException if there is no such benchmark
     */
    public List<BenchmarkId> wanted(Collection<BenchmarkId> asked) {
        return asked.isEmpty()
                ? known
                : asked.stream().map(this::meant).distinct().toList();
    }

    /** The one asked for; in all else as {@link #wanted}. */
    BenchmarkId wanted(BenchmarkId asked) {
        return wanted(List.of(asked)).get(0);
    }

    /** Figures of benchmarks under the names that these have. */
    Map<BenchmarkId, Double> wanted(Map<BenchmarkId, Double> asked) {
        Map<BenchmarkId, Double> meant = new LinkedHashMap<>();
        asked.forEach((benchmark, figure) -> meant.put(meant(benchmark), figure));
        return meant;
    }

    /** The one asked for, whatever its case and hyphens; empty where there is none. */
    public Optional<BenchmarkId> find(BenchmarkId asked) {
        return known.contains(asked) ? Optional.of(asked) : Nearest.meant(asked.value(), known, BenchmarkId::value);
    }

    /** That there is no such benchmark, and which may have been meant. */
    public String missing(BenchmarkId asked) {
        return UnknownBenchmarkException.inShort(asked, known);
    }

    private BenchmarkId meant(BenchmarkId asked) {
        return find(asked).orElseThrow(() -> new UnknownBenchmarkException(asked, known));
    }
}
