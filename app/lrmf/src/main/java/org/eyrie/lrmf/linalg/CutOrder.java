package org.eyrie.lrmf.linalg;

import java.util.Arrays;

/**
 * An elimination order within a bound, for the price of taking nodes out of groups that join them: one elimination that
 * takes them out where, and as soon as, it would become too dear. As long as nodes are cheap it is {@link MinimumDegree};
 * what then is left, where everything is joined to everything, is {@code CoreElimination}'s.
 *
 * @param order all nodes, in the order of elimination; a boundary last
 * @param dropped per member of a group whether it was taken out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CutOrder(int[] order, boolean[] dropped) {

    /**
     * Eliminates.
     *
     * @param inner nodes from there on are eliminated last, or not at all
     * @param all whether they are eliminated
     * @param bound what it may cost, kept to as nearly as can be told beforehand
     */
    public static CutOrder of(LooseGroups groups, int nodes, int inner, boolean all, Bound bound) {
        MinimumDegree easy = new MinimumDegree(groups.pattern(nodes), inner);
        int[] order = new int[nodes];
        int end = all ? nodes : inner;
        EliminationBudget budget = new EliminationBudget(bound, nodes - end);
        MinimumDegree.Going affordable =
                (degree, so) -> budget.affords(degree, end - so, easy.blocks(), easy.products());
        int done = easy.eliminate(node -> node < inner, order, 0, affordable);
        if (done == inner && all) {
            done = easy.eliminate(node -> true, order, done, affordable);
        }
        boolean[] dropped = new boolean[groups.node().length];
        if (done < end) {
            CoreElimination core = new CoreElimination(easy, groups, budget, order, done, dropped);
            core.eliminate(inner);
            if (all) {
                core.eliminate(nodes);
            }
        }
        for (int node = end; node < nodes; node++) {
            order[node] = node;
        }
        return new CutOrder(order, dropped);
    }

    /** How many members were taken out. */
    public int count() {
        int count = 0;
        for (boolean each : dropped) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** Everything that may be taken out, in the order in which nodes come. */
    public static CutOrder ofNothing(LooseGroups groups, int nodes) {
        boolean[] dropped = new boolean[groups.node().length];
        Arrays.fill(dropped, true);
        for (int g = 0; g < groups.count(); g++) {
            if (groups.width(g) > 0) {
                dropped[groups.start()[g]] = false;
            }
        }
        int[] order = new int[nodes];
        Arrays.setAll(order, node -> node);
        return new CutOrder(order, dropped);
    }
}
