package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Models whose names are alike: cosine between runs of three letters, rare runs counting more (by the logarithm of how
 * few names have them). The namespace counts, since authors name alike.
 */
final class NearNames {

    /** How many are kept of each name: enough to find five that were measured on a benchmark, and earlier. */
    private static final int KEPT = 40;

    private static final int LETTERS = 3;

    private final List<Map<Integer, Double>> weights;
    private final List<List<Near>> near;
    private final List<List<Near>> nearOfKind;

    /** A model and how alike its name is, 0 to 1. */
    record Near(int model, double likeness) {}

    /**
     * Compares all names with those of some models.
     *
     * @param kinds of which kind both must be in {@link #ofKind}
     * @param candidates models that may be found
     */
    NearNames(List<String> names, Kinds kinds, IntPredicate candidates) {
        weights = weights(names);
        Map<Integer, List<Near>> having = new HashMap<>();
        for (int u = 0; u < names.size(); u++) {
            if (candidates.test(u)) {
                int model = u;
                weights.get(u).forEach((run, weight) -> having.computeIfAbsent(run, key -> new ArrayList<>())
                        .add(new Near(model, weight)));
            }
        }
        near = new ArrayList<>(names.size());
        nearOfKind = new ArrayList<>(names.size());
        List<List<List<Near>>> found = IntStream.range(0, names.size())
                .parallel()
                .mapToObj(u -> nearest(u, kinds, having))
                .toList();
        found.forEach(both -> {
            near.add(both.get(0));
            nearOfKind.add(both.get(1));
        });
    }

    /** The nearest, the most alike first. */
    List<Near> of(int model) {
        return near.get(model);
    }

    /** The nearest of its kind, the most alike first. */
    List<Near> ofKind(int model) {
        return nearOfKind.get(model);
    }

    private List<List<Near>> nearest(int model, Kinds kinds, Map<Integer, List<Near>> having) {
        double[] likeness = new double[weights.size()];
        weights.get(model).forEach((run, weight) -> {
            for (Near other : having.getOrDefault(run, List.of())) {
                likeness[other.model()] += weight * other.likeness();
            }
        });
        likeness[model] = 0;
        int kind = kinds.of()[model];
        return List.of(best(likeness, other -> true), best(likeness, other -> kind >= 0 && kinds.of()[other] == kind));
    }

    private static List<Near> best(double[] likeness, IntPredicate wanted) {
        return IntStream.range(0, likeness.length)
                .filter(other -> likeness[other] > 0)
                .filter(wanted)
                .mapToObj(other -> new Near(other, likeness[other]))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed().thenComparingInt(Near::model))
                .limit(KEPT)
                .toList();
    }

    private static List<Map<Integer, Double>> weights(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Set<Integer>> runs = new ArrayList<>();
        Map<Integer, Integer> frequency = new HashMap<>();
        for (String name : names) {
            Set<Integer> own = runs(name, numbers);
            own.forEach(run -> frequency.merge(run, 1, Integer::sum));
            runs.add(own);
        }
        return runs.stream().map(own -> weighted(own, frequency, names.size())).toList();
    }

    private static Set<Integer> runs(String name, Map<String, Integer> numbers) {
        String padded = ' ' + name.toLowerCase(Locale.ROOT) + ' ';
        Set<Integer> own = new HashSet<>();
        for (int at = 0; at + LETTERS <= padded.length(); at++) {
            int next = numbers.size();
            Integer known = numbers.putIfAbsent(padded.substring(at, at + LETTERS), next);
            own.add(known == null ? next : known);
        }
        return own;
    }

    private static Map<Integer, Double> weighted(Set<Integer> own, Map<Integer, Integer> frequency, int names) {
        Map<Integer, Double> weighted = new HashMap<>();
        double squares = 0;
        for (int run : own) {
            double weight = Math.log((1.0 + names) / (1 + frequency.getOrDefault(run, 1))) + 1;
            weighted.put(run, weight);
            squares += weight * weight;
        }
        double length = Math.sqrt(squares);
        weighted.replaceAll((run, weight) -> weight / length);
        return weighted;
    }
}
