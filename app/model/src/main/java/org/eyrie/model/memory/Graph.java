package org.eyrie.model.memory;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.eyrie.model.UnknownBenchmarkException;
import org.eyrie.model.UnknownModelException;
import org.jspecify.annotations.Nullable;

/** The state all ports share. Guarded by its own monitor: whoever touches it holds that. */
final class Graph {

    final NavigableMap<ModelId, Model> models = new TreeMap<>();
    final NavigableMap<BenchmarkId, Benchmark> benchmarks = new TreeMap<>();
    final Map<ModelId, Recipe> recipes = new HashMap<>();
    final Map<BenchmarkId, List<String>> itemNames = new HashMap<>();
    /** In the order in which they were saved. */
    final Map<FitId, Fit> fits = new LinkedHashMap<>();

    final Map<ModelId, NavigableMap<BenchmarkId, Prediction>> predictions = new HashMap<>();
    final Journal journal = new Journal();
    long version;

    private final NavigableMap<ModelId, NavigableMap<ModelId, Derivation>> parents = new TreeMap<>();
    private final Map<ModelId, Set<ModelId>> children = new HashMap<>();
    private final NavigableMap<ModelId, NavigableMap<BenchmarkId, Evaluation>> evaluations = new TreeMap<>();
    private final Map<Map.Entry<ModelId, BenchmarkId>, Provenance> recorded = new HashMap<>();

    /** Derivations of a child by parent. */
    NavigableMap<ModelId, Derivation> parentsOf(ModelId child) {
        return parents.getOrDefault(child, Collections.emptyNavigableMap());
    }

    Set<ModelId> childrenOf(ModelId parent) {
        return children.getOrDefault(parent, Set.of());
    }

    NavigableMap<BenchmarkId, Evaluation> evaluationsOf(ModelId model) {
        return evaluations.getOrDefault(model, Collections.emptyNavigableMap());
    }

    /** Every derivation by child, then parent. */
    List<Derivation> derivations() {
        return parents.values().stream()
                .flatMap(edges -> edges.values().stream())
                .toList();
    }

    /** Every evaluation by model, then benchmark. */
    List<Evaluation> evaluations() {
        return evaluations.values().stream()
                .flatMap(row -> row.values().stream())
                .toList();
    }

    void put(Derivation edge) {
        parents.computeIfAbsent(edge.child(), child -> new TreeMap<>()).put(edge.parent(), edge);
        children.computeIfAbsent(edge.parent(), parent -> new TreeSet<>()).add(edge.child());
    }

    void put(Evaluation evaluation) {
        evaluations
                .computeIfAbsent(evaluation.model(), model -> new TreeMap<>())
                .put(evaluation.benchmark(), evaluation);
    }

    /** Takes down where a score is from. */
    void recorded(Evaluation evaluation, @Nullable Provenance origin) {
        if (origin != null) {
            recorded.put(Map.entry(evaluation.model(), evaluation.benchmark()), origin);
        }
    }

    /** Where a score is from. */
    Optional<Provenance> recorded(Evaluation evaluation) {
        return Optional.ofNullable(recorded.get(Map.entry(evaluation.model(), evaluation.benchmark())));
    }

    /** Takes over the facts of another graph; its own journal, fits and version stay. */
    void become(Graph other) {
        replace(models, other.models);
        replace(benchmarks, other.benchmarks);
        replace(recipes, other.recipes);
        replace(itemNames, other.itemNames);
        replace(parents, other.parents);
        replace(children, other.children);
        replace(evaluations, other.evaluations);
        replace(recorded, other.recorded);
    }

    private static <K, V> void replace(Map<K, V> old, Map<K, V> other) {
        old.clear();
        old.putAll(other);
    }

    void require(ModelId model) {
        if (!models.containsKey(model)) {
            throw new UnknownModelException(model);
        }
    }

    void require(BenchmarkId benchmark) {
        if (!benchmarks.containsKey(benchmark)) {
            throw new UnknownBenchmarkException(benchmark, benchmarks.keySet());
        }
    }
}
