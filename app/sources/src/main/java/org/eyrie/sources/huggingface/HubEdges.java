package org.eyrie.sources.huggingface;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/**
 * The edges of a walk. One that would close a cycle is left out and said so: people name a model as its own base, or
 * two as each other's, and that must not keep everybody else's lineage out.
 */
final class HubEdges {

    private final FactSink sink;
    private final Map<ModelId, Set<ModelId>> parents = new HashMap<>();

    HubEdges(FactSink sink) {
        this.sink = sink;
    }

    /** Hands over the edges of one child: the recipe's with their weights, then those that only the Hub has. */
    void add(Place place, ModelId child, List<Derivation> recipe, List<Derivation> hub) {
        Map<ModelId, Derivation> edges = new LinkedHashMap<>();
        recipe.forEach(edge -> edges.merge(edge.parent(), edge, HubEdges::together));
        hub.forEach(edge -> edges.putIfAbsent(edge.parent(), edge));
        for (Derivation edge : new ArrayList<>(edges.values())) {
            if (reaches(edge.parent(), child)) {
                sink.note(place, "The edge to " + edge.parent() + " would close a cycle and is left out");
            } else {
                parents.computeIfAbsent(child, key -> new HashSet<>()).add(edge.parent());
                sink.derivation(place, edge);
            }
        }
    }

    // A recipe may use a model several times, for other layers: its shares add up.
    private static Derivation together(Derivation one, Derivation other) {
        Double sum = one.weight() == null || other.weight() == null ? null : one.weight() + other.weight();
        return new Derivation(
                one.child(),
                one.parent(),
                one.relation() == Relation.UNKNOWN ? other.relation() : one.relation(),
                capped(sum),
                one.evidence());
    }

    private static @Nullable Double capped(@Nullable Double sum) {
        return sum == null ? null : Math.min(1, sum);
    }

    private boolean reaches(ModelId from, ModelId ancestor) {
        Deque<ModelId> open = new ArrayDeque<>(List.of(from));
        Set<ModelId> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ModelId model = open.remove();
            if (model.equals(ancestor)) {
                return true;
            }
            if (seen.add(model)) {
                open.addAll(parents.getOrDefault(model, Set.of()));
            }
        }
        return false;
    }
}
