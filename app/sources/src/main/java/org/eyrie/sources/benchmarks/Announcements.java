package org.eyrie.sources.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Place;

/**
 * Hands scores over on benchmarks that may differ from those they were reported on: each benchmark before its first score,
 * and of two reports of one score under different names the first.
 */
final class Announcements {

    private record Cell(ModelId model, BenchmarkId benchmark) {}

    private final FactSink next;
    private final Map<BenchmarkId, Benchmark> stored;
    private final Map<BenchmarkId, Benchmark> announced = new HashMap<>();
    private final Map<Cell, BenchmarkId> reported = new HashMap<>();

    Announcements(List<Benchmark> stored, FactSink next) {
        this.next = next;
        this.stored = stored.stream().collect(Collectors.toMap(Benchmark::id, Function.identity()));
    }

    boolean isStored(BenchmarkId id) {
        return stored.containsKey(id);
    }

    /** Hands over what is no score that the map speaks of. */
    void pass(Finding finding) {
        if (finding instanceof Finding.OfBenchmark met) {
            announced.merge(met.benchmark().id(), met.benchmark(), (older, newer) -> newer);
        }
        next.take(finding);
    }

    void note(Place place, String text) {
        next.note(place, text);
    }

    void reject(Place place, String reason) {
        next.reject(place, reason);
    }

    void reached(long done, long total) {
        next.reached(done, total);
    }

    /** Hands over a score on another benchmark than its own. */
    void score(Place place, Benchmark benchmark, Evaluation figure) {
        score(place, benchmark, figure, figure.benchmark());
    }

    /** @param name under which name it was reported */
    void score(Place place, Benchmark benchmark, Evaluation figure, BenchmarkId name) {
        if (!benchmark.id().equals(name)) {
            BenchmarkId before = reported.putIfAbsent(new Cell(figure.model(), benchmark.id()), name);
            if (before != null && !before.equals(name)) {
                next.note(
                        place,
                        benchmark.id() + " of " + figure.model() + " stands twice, as " + before + " and as " + name
                                + ": the first one counts");
                return;
            }
        }
        announce(place, benchmark);
        next.evaluation(place, figure.withBenchmark(benchmark.id()));
    }

    private void announce(Place place, Benchmark benchmark) {
        Benchmark known = announced.get(benchmark.id());
        Integer items = benchmark.items();
        boolean more = items != null && (known == null || known.items() == null || known.items() < items);
        if (known == null || more) {
            Benchmark told = withoutContradiction(benchmark);
            announced.put(benchmark.id(), told);
            next.benchmark(place, told);
        }
    }

    // An id may have been declared with another setup before: what is known of it stays.
    private Benchmark withoutContradiction(Benchmark benchmark) {
        Benchmark before = announced.getOrDefault(benchmark.id(), stored.getOrDefault(benchmark.id(), benchmark));
        return before.setup().agreesWith(benchmark.setup())
                ? benchmark
                : new Benchmark(benchmark.id(), benchmark.items(), EvaluationSetup.UNKNOWN);
    }
}
