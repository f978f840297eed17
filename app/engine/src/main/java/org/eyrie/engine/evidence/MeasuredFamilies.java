package org.eyrie.engine.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;

/**
 * Counts what was measured in each connected piece of a graph, by union and find. A planned model belongs to the pieces of
 * its parents and joins them for nobody else.
 */
final class MeasuredFamilies {

    private final Map<ModelId, ModelId> above = new HashMap<>();
    private final Map<ModelId, List<ModelId>> parentsOfPlanned = new HashMap<>();
    private final Map<ModelId, Set<ModelId>> anything = new HashMap<>();
    private final Map<ModelId, Map<BenchmarkId, Integer>> perBenchmark = new HashMap<>();

    /** @param planned how many of the models, the first, do not exist yet */
    MeasuredFamilies(Neighbourhood graph, Collection<Evaluation> evaluations, int planned) {
        for (Model model : graph.models()) {
            above.put(model.id(), model.id());
        }
        for (Model model : graph.models().subList(0, planned)) {
            parentsOfPlanned.put(model.id(), new ArrayList<>());
        }
        for (Derivation derivation : graph.derivations()) {
            List<ModelId> parents = parentsOfPlanned.get(derivation.child());
            if (parents != null) {
                parents.add(derivation.parent());
            } else {
                above.put(root(derivation.child()), root(derivation.parent()));
            }
        }
        for (Evaluation evaluation : evaluations) {
            if (!above.containsKey(evaluation.model())) {
                continue;
            }
            ModelId root = root(evaluation.model());
            anything.computeIfAbsent(root, id -> new HashSet<>()).add(evaluation.model());
            perBenchmark.computeIfAbsent(root, id -> new HashMap<>()).merge(evaluation.benchmark(), 1, Integer::sum);
        }
        List.copyOf(above.keySet()).forEach(model -> above.put(model, root(model))); // those who ask change nothing
    }

    /** Number of models in the pieces of {@code model} with a score on a benchmark. */
    int measured(ModelId model, BenchmarkId benchmark) {
        return roots(model)
                .mapToInt(root -> perBenchmark.getOrDefault(root, Map.of()).getOrDefault(benchmark, 0))
                .sum();
    }

    /** Benchmarks on which a model in the pieces of {@code model} was measured. */
    Stream<BenchmarkId> benchmarks(ModelId model) {
        return roots(model)
                .flatMap(root -> perBenchmark.getOrDefault(root, Map.of()).keySet().stream())
                .distinct();
    }

    /** Number of models in the pieces of {@code model} with any score. */
    int measured(ModelId model) {
        return roots(model)
                .mapToInt(root -> anything.getOrDefault(root, Set.of()).size())
                .sum();
    }

    private Stream<ModelId> roots(ModelId model) {
        List<ModelId> parents = parentsOfPlanned.get(model);
        return parents == null
                ? Stream.of(root(model))
                : parents.stream().map(this::root).distinct();
    }

    /** One model of the piece of {@code model}, the same for all of them. */
    ModelId root(ModelId model) {
        ModelId at = model;
        ModelId up = above.getOrDefault(at, at);
        while (!up.equals(at)) {
            ModelId further = above.getOrDefault(up, up);
            if (!further.equals(up)) {
                above.put(at, further); // halves the way for whoever asks next
            }
            at = up;
            up = further;
        }
        return at;
    }
}
