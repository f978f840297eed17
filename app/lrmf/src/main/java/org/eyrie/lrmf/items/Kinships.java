package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.FamilyPosterior;

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

    /** Whose they are. */
    final FamilyPosterior field;

    private final List<Map<Integer, Integer>> first;

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

    /** Parents and children, each with what it is to the model. */
    Map<Integer, Integer> first(int model) {
        return Collections.unmodifiableMap(first.get(model));
    }

    /** Models two derivations apart; some of them may come twice. There may be thousands. */
    IntStream second(int model) {
        return first.get(model).keySet().stream()
                .flatMapToInt(between -> first.get(between).keySet().stream().mapToInt(Integer::intValue))
                .filter(other -> other != model && !first.get(model).containsKey(other));
    }

    /** What two models are to one another. */
    int between(int u, int v) {
        Integer direct = first.get(u).get(v);
        if (direct != null) {
            return direct;
        }
        Map<Integer, Integer> few = first.get(first.get(u).size() < first.get(v).size() ? u : v);
        Map<Integer, Integer> many =
                first.get(first.get(u).size() < first.get(v).size() ? v : u);
        if (few.keySet().stream().anyMatch(many::containsKey)) {
            return SECOND;
        }
        return alike(u, v) ? ALIKE : NONE;
    }

    private boolean alike(int u, int v) {
        return field.kind(u).isPresent() && field.kind(u).equals(field.kind(v));
    }
}
