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
    static final int KINDS = 17;

    static final int SHAPE = 0;
    static final int AUTHOR = 2;
    static final int AUTHOR_AND_SHAPE = 3;

    private final List<Map<Object, Integer>> number = new ArrayList<>();
    private final int[][] of;
    private final Problem members;
    private final Descent descent;

    KindKeys(Problem problem) {
        members = problem;
        descent = new Descent(problem.lineage());
        for (int k = 0; k < KINDS; k++) {
            number.add(new HashMap<>());
        }
        int models = problem.lineage().models();
        of = new int[models][KINDS];
        for (int u = 0; u < models; u++) {
            List<@Nullable Object> keys = keys(problem, u, origin(descent.root(u)));
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

    /**
     * Kinds of a model that is no member.
     *
     * @param parents of it that are
     */
    int[] of(Problem family, int model, int[] parents) {
        List<@Nullable Object> keys = keys(
                family,
                model,
                parents.length == 0 ? family.labels().name().get(model) : origin(descent.root(Descent.first(parents))));
        int[] known = new int[KINDS];
        for (int k = 0; k < KINDS; k++) {
            Object key = keys.get(k);
            known[k] = key == null ? -1 : number.get(k).getOrDefault(key, -1);
        }
        return known;
    }

    private String origin(int root) {
        return members.labels().name().get(root);
    }

    /** @param origin name of the founder that the model descends from, its own where it has no parents */
    private static List<@Nullable Object> keys(Problem problem, int u, String origin) {
        var traits = problem.traits();
        int of = traits.architecture()[u];
        double billions = traits.parametersBillions()[u];
        Object shape = of < 0 || Double.isNaN(billions) ? null : List.of(of, Math.round(billions));
        Object architecture = known(of);
        Object author = known(traits.author()[u]);
        Object series = known(traits.series()[u]);
        Object type = known(traits.type()[u]);
        Object template = known(traits.chatTemplate()[u]);
        Object base = NameWords.version(origin);
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
        keys.add(both(type, shape));
        keys.add(both(template, shape));
        keys.add(origin);
        keys.add(both(origin, shape));
        keys.add(both(base, shape));
        keys.add(both(base, type));
        keys.add(both(author, architecture));
        keys.add(both(both(base, shape), template));
        keys.add(both(both(type, shape), template));
        return keys;
    }

    private static @Nullable Object known(int category) {
        return category < 0 ? null : category;
    }

    private static @Nullable Object both(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null ? null : List.of(one, other);
    }
}
