package org.eyrie.lrmf.trial.protocol;

import java.util.BitSet;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * One round of an experiment. No cell is both in the training problem and held out.
 *
 * @param training what a predictor may see: of a held-out model its traits and edges, and whatever scores the protocol
 *     reveals
 * @param heldOut what it is asked for
 */
public record Split(Problem training, Observations heldOut) {

    /**
     * Hides some cells and shows all others.
     *
     * @param heldOut indices of the cells to hide
     */
    public static Split hiding(Problem problem, BitSet heldOut) {
        BitSet shown = new BitSet(problem.observations().cells());
        shown.set(0, problem.observations().cells());
        shown.andNot(heldOut);
        return of(problem, shown, heldOut);
    }

    /** Hides some cells and shows some others; both by index, and disjoint. */
    static Split of(Problem problem, BitSet shown, BitSet heldOut) {
        if (shown.intersects(heldOut)) {
            throw new IllegalArgumentException("A cell cannot be both shown and held out");
        }
        Observations all = problem.observations();
        Problem training = problem.with(all.only(shown::get));
        // Nothing is asked of another source's measurements: predictions are of the first one's.
        return new Split(
                training,
                all.only(c -> heldOut.get(c) && problem.columnKin().first(all.column()[c]) == all.column()[c]));
    }

    /** The same split without the cells that nobody would be given an answer for. */
    Split askingOnly(Answerable answerable) {
        Answerable.Cells cells = answerable.knowing(training);
        Observations asked = heldOut.only(c -> cells.answered(heldOut.model()[c], heldOut.column()[c]));
        return new Split(training, asked);
    }

    /** The same split with another lineage to learn from. */
    Split withLineage(LineageGraph lineage) {
        return new Split(training.with(lineage), heldOut);
    }
}
