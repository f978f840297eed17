package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eyrie.lrmf.fit.FamilyPosterior;

/**
 * What models are to one another, as far as they answer single items alike: two derivations apart, of one kind, or parent
 * and child by some relation. Whoever is farther apart has nothing in common that single items would show.
 */
final class Kinships {

    /** Neither derived from one another nor of one kind. */
    static final int NONE = -1;

    /** Two derivations apart: siblings, a grandparent, another parent of one's child. */
    static final int SECOND = 0;

    /** Of one architecture and rounded size, without being nearer. */
    static final int ALIKE = 1;

    /** Parent and child by relation r is {@code FIRST + r}. */
    static final int FIRST = 2;

    private final FamilyPosterior field;
    private final List<Map<Integer, Integer>> first;
    private final Map<Integer, Map<Integer, Integer>> near = new ConcurrentHashMap<>();

    Kinships(FamilyPosterior field) {
        this.field = field;
        this.first = new ArrayList<>();
        for (int u = 0; u < field.models(); u++) {
            first.add(new LinkedHashMap<>());
        }
        for (int u = 0; u < field.models(); u++) {
            for (int parent : field.parents(u)) {
                first.get(u).put(parent, FIRST + field.relation(u));
                first.get(parent).put(u, FIRST + field.relation(u));
            }
        }
    }

    /** Number of kinships. */
    static int count(int relations) {
        return FIRST + relations;
    }

    /** Models at one derivation, and then at two, each with what it is to the model. */
    Map<Integer, Integer> near(int model) {
        return near.computeIfAbsent(model, u -> {
            Map<Integer, Integer> found = new LinkedHashMap<>(first.get(u));
            for (int between : first.get(u).keySet()) {
                first.get(between).keySet().forEach(v -> found.putIfAbsent(v, SECOND));
            }
            found.remove(u);
            return found;
        });
    }

    /** What two models are to one another. */
    int between(int u, int v) {
        int lineage = near(u).getOrDefault(v, NONE);
        return lineage == NONE && alike(u, v) ? ALIKE : lineage;
    }

    private boolean alike(int u, int v) {
        return field.kind(u).isPresent() && field.kind(u).equals(field.kind(v));
    }
}
