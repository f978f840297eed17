package org.eyrie.store.bulk;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ItemLayout;
import org.eyrie.model.Outcomes;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.store.write.Latest;

/** Benchmarks, items and scores of an import. */
final class TakenScores {

    private final BulkFiles files;
    private final TakenModels models;
    private final Map<BenchmarkId, Benchmark> benchmarks = new LinkedHashMap<>();
    private final Map<BenchmarkId, Integer> numbers = new HashMap<>();
    private final Map<BenchmarkId, ItemLayout> layouts = new HashMap<>();
    private final Map<BenchmarkId, Integer> laidOut = new HashMap<>();
    private final Set<BenchmarkId> byPosition = new HashSet<>();
    private final SeenPairs seen = new SeenPairs();
    private int unaligned;
    private boolean repeated;

    TakenScores(BulkFiles files, TakenModels models) {
        this.files = files;
        this.models = models;
    }

    /** @throws org.eyrie.model.InvalidInputException if a benchmark contradicts what was said of it */
    Counts benchmarks(Latest facts) {
        Set<BenchmarkId> named = new LinkedHashSet<>(facts.benchmarks().keySet());
        named.addAll(facts.stubBenchmarks());
        int created = 0;
        int changed = 0;
        int unchanged = 0;
        Map<BenchmarkId, Benchmark> together = new LinkedHashMap<>();
        for (BenchmarkId id : named) {
            Benchmark newer = facts.benchmarks().getOrDefault(id, Benchmark.stub(id));
            Benchmark older = benchmarks.get(id);
            Benchmark both = older == null ? newer : newer.orElse(older);
            if (older == null) {
                created++;
            } else if (!both.equals(older)) {
                changed++;
            } else if (facts.benchmarks().containsKey(id)) {
                unchanged++;
            }
            together.put(id, both);
        }
        benchmarks.putAll(together);
        named.forEach(id -> numbers.computeIfAbsent(id, fresh -> files.number()));
        return new Counts(created, unchanged, changed);
    }

    /** Scores of one write; their models and benchmarks were mentioned. */
    Counts evaluations(Collection<Evaluation> evaluations) throws IOException {
        int created = 0;
        unaligned = 0;
        Map<BenchmarkId, Boolean> positions = new HashMap<>();
        Set<BenchmarkId> withOutcomes = new HashSet<>();
        for (Evaluation evaluation : evaluations) {
            BenchmarkId id = evaluation.benchmark();
            Evaluation placed = placed(
                    evaluation,
                    positions.computeIfAbsent(id, each -> byPosition.contains(each) && !layouts.containsKey(each)));
            int model = models.number(placed.model());
            int benchmark = numbers.getOrDefault(id, -1);
            switch (seen.meet(model, benchmark, hash(placed))) {
                case NEW -> {
                    files.evaluation(model, benchmark, placed);
                    created++;
                }
                case SAME -> {}
                case OTHER -> repeated = true;
            }
            if (placed.outcomes() != null) {
                withOutcomes.add(id);
            }
        }
        byPosition.addAll(withOutcomes);
        return new Counts(created, evaluations.size() - created, 0);
    }

    /** How many scores of the last write lost their outcomes because the benchmark's items are known by position alone. */
    int unaligned() {
        return unaligned;
    }

    /** Whether a score was met again that says something else than before; it was not taken down. */
    boolean repeated() {
        return repeated;
    }

    /** Writes what stayed in memory. */
    void write() throws IOException {
        for (Map.Entry<BenchmarkId, Benchmark> each : benchmarks.entrySet()) {
            files.benchmark(numbers.getOrDefault(each.getKey(), -1), each.getValue());
        }
    }

    private Evaluation placed(Evaluation evaluation, boolean knownByPosition) throws IOException {
        Outcomes outcomes = evaluation.outcomes();
        if (outcomes == null || outcomes.names() == null) {
            return evaluation;
        }
        BenchmarkId id = evaluation.benchmark();
        if (knownByPosition) {
            unaligned++;
            return evaluation.withoutOutcomes();
        }
        ItemLayout layout = layouts.computeIfAbsent(id, fresh -> new ItemLayout(List.of()));
        Evaluation placed = evaluation.with(layout.place(outcomes));
        int known = laidOut.getOrDefault(id, 0);
        if (layout.size() > known) {
            List<String> names = layout.names();
            for (int position = known; position < names.size(); position++) {
                files.item(numbers.getOrDefault(id, -1), id.value(), names.get(position), position);
            }
            laidOut.put(id, names.size());
        }
        return placed;
    }

    private static long hash(Evaluation evaluation) {
        long hash = Double.doubleToLongBits(evaluation.score());
        for (Object part : new Object[] {
            evaluation.items(), evaluation.stderr(), evaluation.source(), evaluation.measuredAt(), evaluation.outcomes()
        }) {
            hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L + (part == null ? 17 : part.hashCode());
        }
        return hash;
    }
}
