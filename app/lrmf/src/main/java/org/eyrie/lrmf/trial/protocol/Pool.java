package org.eyrie.lrmf.trial.protocol;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/** Sets of models and of cells that experiments speak of. */
final class Pool {

    private Pool() {}

    /** Models with at least one score. */
    static BitSet scored(Problem problem) {
        BitSet scored = new BitSet(problem.lineage().models());
        for (int model : problem.observations().model()) {
            scored.set(model);
        }
        return scored;
    }

    /** Models with a parent by a derivation that the predicate accepts, by its index. */
    static BitSet children(LineageGraph lineage, IntPredicate derivation) {
        BitSet children = new BitSet(lineage.models());
        for (int e = 0; e < lineage.edges(); e++) {
            if (derivation.test(e)) {
                children.set(lineage.child()[e]);
            }
        }
        return children;
    }

    /** Models with a parent. */
    static BitSet children(LineageGraph lineage) {
        return children(lineage, derivation -> true);
    }

    static BitSet of(int[] models) {
        BitSet set = new BitSet();
        for (int model : models) {
            set.set(model);
        }
        return set;
    }

    /** Cells whose model is in a set, by their index. */
    static BitSet cellsOf(Observations all, BitSet models) {
        BitSet cells = new BitSet(all.cells());
        for (int c = 0; c < all.cells(); c++) {
            cells.set(c, models.get(all.model()[c]));
        }
        return cells;
    }
}
