package org.eyrie.engine.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;

/** Counts what was measured in each connected piece of a graph, by union and find. */
final class MeasuredFamilies {

    private final Map<ModelId, ModelId> above = new HashMap<>();
    private final Map<ModelId, Set<ModelId>> anything = new HashMap<>();
    private final Map<ModelId, Map<BenchmarkId, Integer>> perBenchmark = new HashMap<>();

    MeasuredFamilies(Neighbourhood graph, Collection<Evaluation> evaluations) {
        for (Model model : graph.models()) {
            above.put(model.id(), model.id());
        }
        for (Derivation derivation : graph.derivations()) {
            above.put(root(derivation.child()), root(derivation.parent()));
        }
        for (Evaluation evaluation : evaluations) {
            if (!above.containsKey(evaluation.model())) {
                continue;
            }
            ModelId root = root(evaluation.model());
            anything.computeIfAbsent(root, id -> new HashSet<>()).add(evaluation.model());
            perBenchmark.computeIfAbsent(root, id -> new HashMap<>()).merge(evaluation.benchmark(), 1, Integer::sum);
        }
    }

    /** Number of models in the piece of {@code model} with a score on a benchmark. */
    int measured(ModelId model, BenchmarkId benchmark) {
        return perBenchmark.getOrDefault(root(model), Map.of()).getOrDefault(benchmark, 0);
    }

    /** Benchmarks on which a model in the piece of {@code model} was measured. */
    Set<BenchmarkId> benchmarks(ModelId model) {
        return perBenchmark.getOrDefault(root(model), Map.of()).keySet();
    }

    /** Number of models in the piece of {@code model} with any score. */
    int measured(ModelId model) {
        return anything.getOrDefault(root(model), Set.of()).size();
    }

    /** One model of the piece of {@code model}, the same for all of them. */
    ModelId root(ModelId model) {
        ModelId at = model;
        ModelId up = above.getOrDefault(at, at);
        while (!up.equals(at)) {
            ModelId further = above.getOrDefault(up, up);
            above.put(at, further); // halves the way for whoever asks next
            at = up;
            up = further;
        }
        return at;
    }
}
