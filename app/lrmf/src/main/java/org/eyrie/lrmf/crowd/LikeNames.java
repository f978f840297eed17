package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds names that are alike: cosine between runs of three letters, rare runs counting more (by the logarithm of how few
 * names have them). The namespace counts, since authors name alike.
 */
final class LikeNames {

    /** How many are found: enough for five that were measured on a benchmark and are not hidden. */
    private static final int KEPT = 24;

    private static final int LETTERS = 3;

    private final Map<String, Integer> run = new HashMap<>();
    private final int names;
    private final int[] frequency;
    private final int[][] having;
    private final double[][] weightOf;

    /** @param candidates names that may be found */
    LikeNames(List<String> names, IntPredicate candidates) {
        this.names = names.size();
        int[][] runs = names.stream().map(this::numbered).toArray(int[][]::new);
        frequency = new int[run.size()];
        int[] found = new int[run.size()];
        for (int u = 0; u < runs.length; u++) {
            for (int k : runs[u]) {
                frequency[k]++;
                found[k] += candidates.test(u) ? 1 : 0;
            }
        }
        having = new int[run.size()][];
        weightOf = new double[run.size()][];
        Arrays.setAll(having, k -> new int[found[k]]);
        Arrays.setAll(weightOf, k -> new double[found[k]]);
        for (int u = runs.length - 1; u >= 0; u--) {
            if (candidates.test(u)) {
                double[] weight = weights(runs[u]);
                for (int k = 0; k < weight.length; k++) {
                    int at = --found[runs[u][k]];
                    having[runs[u][k]][at] = u;
                    weightOf[runs[u][k]][at] = weight[k];
                }
            }
        }
    }

    /** How alike all names are to one. */
    double[] likeness(String name) {
        int[] known = runs(name).stream()
                .map(run::get)
                .filter(k -> k != null)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        double[] weight = weights(known);
        double[] likeness = new double[names];
        for (int k = 0; k < known.length; k++) {
            int[] others = having[known[k]];
            double[] theirs = weightOf[known[k]];
            for (int at = 0; at < others.length; at++) {
                likeness[others[at]] += weight[k] * theirs[at];
            }
        }
        return likeness;
    }

    /** The most alike of those that are wanted. */
    static Tie.Near nearest(double[] likeness, IntPredicate wanted) {
        int[] model = new int[KEPT];
        double[] best = new double[KEPT];
        int count = 0;
        for (int u = 0; u < likeness.length; u++) {
            if (likeness[u] <= 0 || (count == KEPT && likeness[u] <= best[KEPT - 1]) || !wanted.test(u)) {
                continue;
            }
            int at = count < KEPT ? count++ : KEPT - 1;
            while (at > 0 && best[at - 1] < likeness[u]) {
                best[at] = best[at - 1];
                model[at] = model[at - 1];
                at--;
            }
            best[at] = likeness[u];
            model[at] = u;
        }
        return new Tie.Near(Arrays.copyOf(model, count), Arrays.copyOf(best, count));
    }

    private int[] numbered(String name) {
        return runs(name).stream()
                .mapToInt(each -> run.computeIfAbsent(each, unknown -> run.size()))
                .sorted()
                .toArray();
    }

    private static Set<String> runs(String name) {
        String padded = ' ' + name.toLowerCase(Locale.ROOT) + ' ';
        Set<String> own = new HashSet<>();
        for (int at = 0; at + LETTERS <= padded.length(); at++) {
            own.add(padded.substring(at, at + LETTERS));
        }
        return own;
    }

    private double[] weights(int[] runs) {
        double[] weight = new double[runs.length];
        double squares = 0;
        for (int k = 0; k < runs.length; k++) {
            weight[k] = Math.log((1.0 + names) / (1 + frequency[runs[k]])) + 1;
            squares += weight[k] * weight[k];
        }
        double length = Math.sqrt(squares);
        for (int k = 0; k < runs.length; k++) {
            weight[k] /= length;
        }
        return weight;
    }
}
