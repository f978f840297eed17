package org.eyrie.lrmf.trial.protocol;

import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * Hides every score of models that were made in one particular way from parents that were measured, and from which
 * nothing was made: what is known of such a model when it is only planned is what is known now. Asked for are the
 * columns that a parent of it was measured on.
 *
 * @param kind of models, such as {@code merges}
 * @param relation code of the relation in the problem's lineage
 * @param holdout how the models are chosen
 */
public record WhatIfProtocol(String kind, int relation, Holdout holdout) implements Protocol {

    /** Plans of merges. */
    public static WhatIfProtocol merges(int relation, Holdout holdout) {
        return new WhatIfProtocol("merges", relation, holdout);
    }

    /** Plans of fine-tuned models. */
    public static WhatIfProtocol fineTunes(int relation, Holdout holdout) {
        return new WhatIfProtocol("fine-tunes", relation, holdout);
    }

    @Override
    public String name() {
        return "what-if " + kind;
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        LineageGraph lineage = problem.lineage();
        Observations all = problem.observations();
        BitSet wanted = cellsOfMeasuredParents(problem);
        BitSet pool = new BitSet();
        wanted.stream().forEach(cell -> pool.set(all.model()[cell]));
        pool.and(Pool.children(lineage, e -> lineage.relation()[e] == relation));
        for (int parent : lineage.parent()) {
            pool.clear(parent);
        }
        Requirement requirement = new Requirement(this);
        requirement.enough(kind + " of measured parents that nothing was made from", pool.cardinality());
        return requirement.checked(holdout.choose(pool.stream().toArray(), seed).stream()
                .map(models -> split(problem, Pool.of(models), wanted))
                .toList());
    }

    private static Split split(Problem problem, BitSet hidden, BitSet wanted) {
        BitSet heldOut = Pool.cellsOf(problem.observations(), hidden);
        BitSet shown = new BitSet();
        shown.set(0, problem.observations().cells());
        shown.andNot(heldOut);
        heldOut.and(wanted);
        return Split.of(problem, shown, heldOut);
    }

    /** Cells of models of which a parent was measured in the same column. */
    private static BitSet cellsOfMeasuredParents(Problem problem) {
        Observations all = problem.observations();
        LineageGraph lineage = problem.lineage();
        BitSet[] columns = new BitSet[lineage.models()];
        for (int cell = 0; cell < all.cells(); cell++) {
            BitSet measured = columns[all.model()[cell]];
            if (measured == null) {
                measured = new BitSet(all.columns());
                columns[all.model()[cell]] = measured;
            }
            measured.set(all.column()[cell]);
        }
        BitSet[] parents = new BitSet[lineage.models()];
        for (int e = 0; e < lineage.edges(); e++) {
            BitSet measured = columns[lineage.parent()[e]];
            if (measured != null) {
                int child = lineage.child()[e];
                BitSet sofar = parents[child] == null ? new BitSet(all.columns()) : parents[child];
                sofar.or(measured);
                parents[child] = sofar;
            }
        }
        BitSet cells = new BitSet(all.cells());
        for (int cell = 0; cell < all.cells(); cell++) {
            BitSet measured = parents[all.model()[cell]];
            cells.set(cell, measured != null && measured.get(all.column()[cell]));
        }
        return cells;
    }
}
