package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.lrmf.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Traits that models have in common, alone and together. The first is architecture and size. */
final class KindKeys {

    /** Number of kinds. */
    static final int KINDS = 10;

    private final List<Map<Object, Integer>> number = new ArrayList<>();
    private final int[][] of;

    KindKeys(Problem problem) {
        for (int k = 0; k < KINDS; k++) {
            number.add(new HashMap<>());
        }
        int models = problem.lineage().models();
        of = new int[models][KINDS];
        for (int u = 0; u < models; u++) {
            List<@Nullable Object> keys = keys(problem, u);
            for (int k = 0; k < KINDS; k++) {
                Object key = keys.get(k);
                of[u][k] = key == null
                        ? -1
                        : number.get(k)
                                .computeIfAbsent(key, new Next(number.get(k).size())::of);
            }
        }
    }

    private record Next(int number) {
        Integer of(Object key) {
            return number;
        }
    }

    /** Kinds of a member of the crowd. */
    int[] of(int member) {
        return of[member];
    }

    /** How many there are of a kind. */
    int count(int kind) {
        return number.get(kind).size();
    }

    /** Kinds of a model that may be a stranger. */
    int[] of(Problem family, int model) {
        List<@Nullable Object> keys = keys(family, model);
        int[] known = new int[KINDS];
        for (int k = 0; k < KINDS; k++) {
            Object key = keys.get(k);
            known[k] = key == null ? -1 : number.get(k).getOrDefault(key, -1);
        }
        return known;
    }

    private static List<@Nullable Object> keys(Problem problem, int u) {
        var traits = problem.traits();
        int of = traits.architecture()[u];
        double billions = traits.parametersBillions()[u];
        Object shape = of < 0 || Double.isNaN(billions) ? null : List.of(of, Math.round(billions));
        Object architecture = known(of);
        Object author = known(traits.author()[u]);
        Object series = known(traits.series()[u]);
        String named = problem.labels().licence().get(u);
        Object licence = named.isEmpty() ? null : named;
        List<@Nullable Object> keys = new ArrayList<>(KINDS);
        keys.add(shape);
        keys.add(architecture);
        keys.add(author);
        keys.add(both(author, shape));
        keys.add(series);
        keys.add(both(series, shape));
        keys.add(licence);
        keys.add(both(licence, architecture));
        keys.add(both(known(traits.type()[u]), shape));
        keys.add(both(known(traits.chatTemplate()[u]), shape));
        return keys;
    }

    private static @Nullable Object known(int category) {
        return category < 0 ? null : category;
    }

    private static @Nullable Object both(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null ? null : List.of(one, other);
    }
}
