package org.eyrie.lrmf.trial.protocol;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * Gives derivations a wrong parent at random. The new parent is drawn from all models that are neither the child, nor a
 * descendant of it (so that no cycle arises), nor a parent of it already.
 *
 * <p>Descendants rather than a topological order decide what is allowed: drawing from what comes earlier in an order
 * would leave early models hardly any choice, and founders would be drawn far too often.
 */
final class Rewiring {

    private final LineageGraph lineage;
    private final SplittableRandom random;
    private final int[] parent;
    private final EdgeLists byParent;
    private final EdgeLists byChild;

    Rewiring(LineageGraph lineage, long seed) {
        this.lineage = lineage;
        this.random = new SplittableRandom(seed);
        this.parent = lineage.parent().clone();
        this.byParent = new EdgeLists(lineage.models(), parent);
        this.byChild = new EdgeLists(lineage.models(), lineage.child());
    }

    /**
     * Rewires that many derivations, or as many as have any other possible parent.
     *
     * @return a new graph: the same children, relations and weights, in the same order
     */
    LineageGraph rewire(int derivations) {
        int left = derivations;
        for (int e : Shuffle.of(IntStream.range(0, parent.length).toArray(), random)) {
            if (left == 0) {
                break;
            }
            if (rewireOne(e)) {
                left--;
            }
        }
        return new LineageGraph(
                lineage.models(), lineage.relations(), lineage.child(), parent, lineage.relation(), lineage.weight());
    }

    private boolean rewireOne(int edge) {
        int child = lineage.child()[edge];
        BitSet forbidden = descendants(child);
        byChild.each(child, sibling -> forbidden.set(parent[sibling]));
        int choices = lineage.models() - forbidden.cardinality();
        if (choices == 0) {
            return false;
        }
        byParent.remove(edge, parent[edge]);
        parent[edge] = nthClear(forbidden, random.nextInt(choices));
        byParent.add(edge, parent[edge]);
        return true;
    }

    /** The model itself and everything made from it. */
    private BitSet descendants(int model) {
        BitSet found = new BitSet(lineage.models());
        Deque<Integer> waiting = new ArrayDeque<>();
        found.set(model);
        waiting.add(model);
        while (!waiting.isEmpty()) {
            byParent.each(waiting.remove(), edge -> {
                int child = lineage.child()[edge];
                if (!found.get(child)) {
                    found.set(child);
                    waiting.add(child);
                }
            });
        }
        return found;
    }

    private static int nthClear(BitSet set, int n) {
        int clear = set.nextClearBit(0);
        for (int k = 0; k < n; k++) {
            clear = set.nextClearBit(clear + 1);
        }
        return clear;
    }
}
