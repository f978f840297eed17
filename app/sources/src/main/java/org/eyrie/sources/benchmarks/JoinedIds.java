package org.eyrie.sources.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;

/**
 * Ids that a person chose stay as they are, unless the store knows the setup that is declared for them under another id:
 * then they join that one.
 */
final class JoinedIds implements FactSink {

    private final DeclaredSetups known;
    private final Set<BenchmarkId> stored;
    private final FactSink next;
    private final Map<BenchmarkId, BenchmarkId> joined = new HashMap<>();

    JoinedIds(List<Benchmark> stored, FactSink next) {
        this.known = DeclaredSetups.of(stored, true);
        this.stored = stored.stream().map(Benchmark::id).collect(Collectors.toSet());
        this.next = next;
    }

    @Override
    public void take(Finding finding) {
        if (finding instanceof Finding.OfBenchmark met) {
            next.benchmark(met.place(), joined(met));
        } else if (finding instanceof Finding.OfEvaluation score
                && joined.containsKey(score.evaluation().benchmark())) {
            Evaluation evaluation = score.evaluation();
            next.evaluation(
                    score.place(),
                    evaluation.withBenchmark(joined.getOrDefault(evaluation.benchmark(), evaluation.benchmark())));
        } else {
            next.take(finding);
        }
    }

    @Override
    public void reached(long done, long total) {
        next.reached(done, total);
    }

    private Benchmark joined(Finding.OfBenchmark met) {
        Benchmark benchmark = met.benchmark();
        BenchmarkId before = joined.get(benchmark.id());
        if (before != null) {
            return new Benchmark(before, benchmark.items(), benchmark.setup());
        }
        Benchmark other = stored.contains(benchmark.id()) ? null : known.find(benchmark.setup());
        if (other == null) {
            return benchmark;
        }
        joined.put(benchmark.id(), other.id());
        next.note(met.place(), benchmark.id() + " joins " + other.id() + ", which is known under the same setup");
        return new Benchmark(
                other.id(),
                benchmark.items(),
                benchmark.setup().agreesWith(other.setup()) ? benchmark.setup() : other.setup());
    }
}
