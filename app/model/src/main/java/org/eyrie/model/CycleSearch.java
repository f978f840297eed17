package org.eyrie.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for a model that would be its own ancestor. Time and memory grow linearly with the derivations. */
public final class CycleSearch {

    private final Map<ModelId, List<ModelId>> parents = new LinkedHashMap<>();

    /** A search of nothing yet. */
    public CycleSearch() {}

    /** Adds derivations to what is searched. */
    public CycleSearch add(Collection<Derivation> derivations) {
        for (Derivation derivation : derivations) {
            parents.computeIfAbsent(derivation.child(), child -> new ArrayList<>(1))
                    .add(derivation.parent());
        }
        return this;
    }

    /** A cycle, each model followed by a parent of it and the first one again at the end; empty where there is none. */
    public Optional<List<ModelId>> find() {
        Map<ModelId, Boolean> finished = new HashMap<>();
        for (ModelId start : parents.keySet()) {
            Optional<List<ModelId>> cycle = climb(start, finished);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        return Optional.empty();
    }

    // An explicit stack: chains of derivations are longer than the thread's own stack bears.
    private Optional<List<ModelId>> climb(ModelId start, Map<ModelId, Boolean> finished) {
        if (finished.containsKey(start)) {
            return Optional.empty();
        }
        Deque<ModelId> path = new ArrayDeque<>();
        Deque<Iterator<ModelId>> waiting = new ArrayDeque<>();
        path.addLast(start);
        waiting.addLast(parentsOf(start));
        finished.put(start, false);
        while (!path.isEmpty()) {
            Iterator<ModelId> parentsLeft = waiting.getLast();
            if (!parentsLeft.hasNext()) {
                finished.put(path.removeLast(), true);
                waiting.removeLast();
                continue;
            }
            ModelId parent = parentsLeft.next();
            Boolean done = finished.putIfAbsent(parent, false);
            if (done == null) {
                path.addLast(parent);
                waiting.addLast(parentsOf(parent));
            } else if (!done) {
                return Optional.of(closed(path, parent));
            }
        }
        return Optional.empty();
    }

    private Iterator<ModelId> parentsOf(ModelId model) {
        return parents.getOrDefault(model, List.of()).iterator();
    }

    private static List<ModelId> closed(Deque<ModelId> path, ModelId repeated) {
        List<ModelId> steps = new ArrayList<>(path);
        List<ModelId> cycle = new ArrayList<>(steps.subList(steps.indexOf(repeated), steps.size()));
        cycle.add(repeated);
        return cycle;
    }
}
