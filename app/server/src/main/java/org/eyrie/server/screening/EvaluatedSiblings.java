package org.eyrie.server.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;

/** Models that were made of nothing but some parents and their base, and measured on all that is wanted. */
final class EvaluatedSiblings {

    /** Where nobody said how many items a score is of. */
    private static final int ASSUMED_ITEMS = 100;

    private final Stores stores;
    private final List<BenchmarkId> benchmarks;
    private final Map<BenchmarkId, Integer> items = new HashMap<>();

    EvaluatedSiblings(Stores stores, List<BenchmarkId> benchmarks) {
        this.stores = stores;
        this.benchmarks = benchmarks;
        for (Benchmark benchmark : stores.scores().benchmarks()) {
            Integer known = benchmark.items();
            items.put(benchmark.id(), known == null ? ASSUMED_ITEMS : known);
        }
    }

    /**
     * Solved and asked items of each such model, by name: a number of each for every benchmark.
     *
     * @param parents base and parents themselves are among the answer where they were measured
     */
    Map<ModelId, int[][]> of(ModelId base, List<ModelId> parents) {
        Set<ModelId> sources = new LinkedHashSet<>(parents);
        sources.add(base);
        Set<ModelId> children = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        for (ModelId parent : parents) {
            stores.lineage().descendants(parent, 1).stream()
                    .map(Derivation::child)
                    .forEach(children::add);
        }
        children.removeIf(child -> !sources.containsAll(stores.lineage().parents(child)));
        Set<ModelId> all = new LinkedHashSet<>(sources);
        all.addAll(children);
        return counts(all);
    }

    private Map<ModelId, int[][]> counts(Collection<ModelId> models) {
        Map<ModelId, Map<BenchmarkId, Evaluation>> measured = new HashMap<>();
        for (Evaluation score : stores.scores().of(models)) {
            measured.computeIfAbsent(score.model(), model -> new HashMap<>()).put(score.benchmark(), score);
        }
        Map<ModelId, int[][]> counts = new LinkedHashMap<>();
        for (ModelId model : models) {
            Map<BenchmarkId, Evaluation> own = measured.getOrDefault(model, Map.of());
            if (own.keySet().containsAll(new HashSet<>(benchmarks))) {
                List<int[]> tasks = new ArrayList<>();
                for (BenchmarkId benchmark : benchmarks) {
                    Evaluation score = own.get(benchmark);
                    Integer known = score == null ? null : score.items();
                    int asked = known != null ? known : items.getOrDefault(benchmark, ASSUMED_ITEMS);
                    double share = score == null ? 0 : score.score();
                    tasks.add(new int[] {(int) Math.round(share * asked), asked});
                }
                counts.put(model, tasks.toArray(int[][]::new));
            }
        }
        return counts;
    }
}
