package org.eyrie.lrmf.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Close relatives by lineage. Nobody is a relative of its own. */
public final class CloseKin {

    /** Parents, grandparents, siblings, children. */
    public static final int KINDS = 4;

    /** Of how many children of one parent siblings are looked at: a base model has hundreds, that say the same. */
    private static final int MOST = 400;

    private final List<Set<Integer>> parents;
    private final List<Set<Integer>> children;

    public CloseKin(LineageGraph lineage) {
        parents = empty(lineage.models());
        children = empty(lineage.models());
        for (int e = 0; e < lineage.edges(); e++) {
            parents.get(lineage.child()[e]).add(lineage.parent()[e]);
            children.get(lineage.parent()[e]).add(lineage.child()[e]);
        }
    }

    private static List<Set<Integer>> empty(int models) {
        List<Set<Integer>> sets = new ArrayList<>(models);
        for (int u = 0; u < models; u++) {
            sets.add(new LinkedHashSet<>());
        }
        return sets;
    }

    /** Relatives of every kind, in the order of {@link #KINDS}. */
    public int[][] of(int model) {
        return around(parents.get(model), children.get(model), model);
    }

    /**
     * Relatives, of every kind, of a model that is none of these.
     *
     * @param above its parents among these
     * @param below its children among these
     */
    public int[][] ofStranger(Set<Integer> above, Set<Integer> below) {
        return around(above, below, -1);
    }

    private int[][] around(Set<Integer> above, Set<Integer> below, int except) {
        return new int[][] {ints(above), step(above, parents, except), step(above, children, except), ints(below)};
    }

    private static int[] step(Set<Integer> from, List<Set<Integer>> to, int except) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int model : from) {
            to.get(model).stream().limit(MOST).forEach(found::add);
        }
        found.remove(except);
        return ints(found);
    }

    private static int[] ints(Set<Integer> models) {
        return models.stream().mapToInt(Integer::intValue).toArray();
    }
}
