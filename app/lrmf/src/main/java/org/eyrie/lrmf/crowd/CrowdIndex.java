package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;

/** Finds whom a model has to do with, whether it belongs to the crowd or not. */
final class CrowdIndex {

    /** Of how many children of one parent siblings are looked at: a base model has hundreds, that say the same. */
    private static final int MOST = 400;

    private final Map<String, Integer> number = new HashMap<>();
    private final List<Set<Integer>> parents;
    private final List<Set<Integer>> children;
    private final KindKeys kinds;
    private final LikeNames names;

    CrowdIndex(Problem problem) {
        List<String> all = problem.labels().name();
        for (int u = 0; u < all.size(); u++) {
            number.put(all.get(u), u);
        }
        LineageGraph lineage = problem.lineage();
        parents = empty(lineage.models());
        children = empty(lineage.models());
        for (int e = 0; e < lineage.edges(); e++) {
            parents.get(lineage.child()[e]).add(lineage.parent()[e]);
            children.get(lineage.parent()[e]).add(lineage.child()[e]);
        }
        kinds = new KindKeys(problem);
        boolean[] measured = new boolean[lineage.models()];
        for (int u : problem.observations().model()) {
            measured[u] = true;
        }
        names = new LikeNames(all, u -> measured[u]);
    }

    private static List<Set<Integer>> empty(int models) {
        List<Set<Integer>> sets = new ArrayList<>(models);
        for (int u = 0; u < models; u++) {
            sets.add(new LinkedHashSet<>());
        }
        return sets;
    }

    KindKeys kinds() {
        return kinds;
    }

    /** Ties of a member. */
    Tie of(int member, String name) {
        return tie(member, name, parents.get(member), children.get(member), kinds.of(member));
    }

    /** Ties of a model that is not a member. */
    Tie ofStranger(Problem family, int model) {
        Set<Integer> above = new LinkedHashSet<>();
        Set<Integer> below = new LinkedHashSet<>();
        LineageGraph lineage = family.lineage();
        List<String> name = family.labels().name();
        for (int e = 0; e < lineage.edges(); e++) {
            if (lineage.child()[e] == model) {
                add(name.get(lineage.parent()[e]), above);
            }
            if (lineage.parent()[e] == model) {
                add(name.get(lineage.child()[e]), below);
            }
        }
        return tie(-1, name.get(model), above, below, kinds.of(family, model));
    }

    private void add(String name, Set<Integer> found) {
        Integer known = number.get(name);
        if (known != null) {
            found.add(known);
        }
    }

    private Tie tie(int member, String name, Set<Integer> above, Set<Integer> below, int[] kind) {
        double[] likeness = names.likeness(name);
        if (member >= 0) {
            likeness[member] = 0;
        }
        int shape = kind[0];
        int[][] kin = {ints(above), ints(step(above, parents, member)), ints(step(above, children, member)), ints(below)
        };
        return new Tie(
                member,
                kin,
                kind,
                LikeNames.nearest(likeness, other -> true),
                LikeNames.nearest(likeness, other -> shape >= 0 && kinds.of(other)[0] == shape));
    }

    private static Set<Integer> step(Set<Integer> from, List<Set<Integer>> to, int except) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int model : from) {
            to.get(model).stream().limit(MOST).forEach(found::add);
        }
        found.remove(except);
        return found;
    }

    private static int[] ints(Set<Integer> models) {
        return models.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Ties of all members. */
    Tie[] all(List<String> name) {
        Tie[] ties = new Tie[name.size()];
        IntStream.range(0, ties.length).parallel().forEach(u -> ties[u] = of(u, name.get(u)));
        return ties;
    }

    /** Number of a name, -1 where it is unknown. */
    int number(String name) {
        return number.getOrDefault(name, -1);
    }

    @Override
    public String toString() {
        return "CrowdIndex" + Arrays.asList(number.size());
    }
}
