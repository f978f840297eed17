package org.eyrie.model.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.eyrie.model.ModelId;

/**
 * A breadth-first walk, one distance after the other.
 *
 * @param distances hops from the start, nearest first, those of one distance by id
 * @param truncated whether a model next to one of them was left out
 */
record Walk(Map<ModelId, Integer> distances, boolean truncated) {

    static Walk from(ModelId start, int hops, int maxModels, Function<ModelId, Collection<ModelId>> neighbours) {
        Map<ModelId, Integer> distances = new LinkedHashMap<>();
        distances.put(start, 0);
        Collection<ModelId> frontier = List.of(start);
        for (int hop = 1; ; hop++) {
            TreeSet<ModelId> next = new TreeSet<>();
            for (ModelId model : frontier) {
                next.addAll(neighbours.apply(model));
            }
            next.removeAll(distances.keySet());
            if (next.isEmpty() || hop > hops) {
                return new Walk(distances, !next.isEmpty());
            }
            for (ModelId model : next) {
                if (distances.size() == maxModels) {
                    return new Walk(distances, true);
                }
                distances.put(model, hop);
            }
            frontier = next;
        }
    }

    /** The whole of what can be reached. */
    static Walk everywhere(ModelId start, Function<ModelId, Collection<ModelId>> neighbours) {
        return from(start, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, neighbours);
    }

    /** The models of each distance. */
    Collection<List<ModelId>> byDistance() {
        return distances.keySet().stream()
                .collect(groupingBy(distances::get, TreeMap::new, toList()))
                .values();
    }

    int depth() {
        return distances.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
