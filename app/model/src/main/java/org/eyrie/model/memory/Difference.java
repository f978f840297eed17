package org.eyrie.model.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fault;
import org.eyrie.model.Forgotten;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.Model;

/** What one graph has lost against another. */
final class Difference {

    private final Graph before;
    private final Graph after;
    private final List<Fault> kept = new ArrayList<>();

    Difference(Graph before, Graph after) {
        this.before = before;
        this.after = after;
    }

    /** @param said keys of facts that are to be gone: those that are as before stay because of somebody else */
    Forgotten forgotten(Set<Object> said) {
        long stubs = after.models.values().stream()
                .filter(model -> isStub(model) && !isStub(before.models.getOrDefault(model.id(), model)))
                .count();
        int[] models = compare(before.models, after.models, said);
        int[] edges = compare(edges(before), edges(after), said);
        int[] benchmarks = compare(before.benchmarks, after.benchmarks, Set.of());
        int[] scores = compare(scores(before), scores(after), said);
        int[] recipes = compare(before.recipes, after.recipes, Set.of());
        return new Forgotten(
                new Forgotten.Counts(models[0], edges[0], benchmarks[0], scores[0], recipes[0]),
                new Forgotten.Counts(models[1] - stubs, edges[1], benchmarks[1], scores[1], recipes[1]),
                stubs,
                predictions(),
                kept.size(),
                kept.stream().limit(HistoryStore.LISTED).toList(),
                false);
    }

    private <K, V> int[] compare(Map<K, V> old, Map<K, V> now, Set<Object> said) {
        int[] counts = new int[2];
        old.forEach((key, value) -> {
            V left = now.get(key);
            if (left == null) {
                counts[0]++;
            } else if (!left.equals(value)) {
                counts[1]++;
            } else if (said.contains(key)) {
                kept.add(new Fault(String.valueOf(key), "stays: other imports say so too"));
            }
        });
        return counts;
    }

    private long predictions() {
        return before.predictions.entrySet().stream()
                .flatMap(row -> row.getValue().values().stream())
                .filter(prediction -> !after.models.containsKey(prediction.model())
                        || !after.benchmarks.containsKey(prediction.benchmark()))
                .count();
    }

    private static boolean isStub(Model model) {
        return Objects.equals(model, Model.stub(model.id()));
    }

    private static Map<Object, Derivation> edges(Graph graph) {
        Map<Object, Derivation> edges = new HashMap<>();
        graph.derivations().forEach(edge -> edges.put(Map.entry(edge.child(), edge.parent()), edge));
        return edges;
    }

    private static Map<Object, Evaluation> scores(Graph graph) {
        Map<Object, Evaluation> scores = new HashMap<>();
        graph.evaluations().forEach(score -> scores.put(Map.entry(score.model(), score.benchmark()), score));
        return scores;
    }
}
