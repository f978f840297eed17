package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.lrmf.problem.LineageGraph;

/** Close relatives by lineage. Nobody is a relative of its own. */
final class CloseKin {

    /** Of how many children of one parent siblings are looked at: a base model has hundreds, that say the same. */
    private static final int MOST = 400;

    private final List<Set<Integer>> parents;
    private final List<Set<Integer>> children;

    CloseKin(LineageGraph lineage) {
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
    List<int[]> of(int model) {
        return List.of(
                ints(parents.get(model)),
                ints(step(parents.get(model), parents, model)),
                ints(step(parents.get(model), children, model)),
                ints(children.get(model)));
    }

    /** Parents, grandparents, siblings, children. */
    static final int KINDS = 4;

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
}
