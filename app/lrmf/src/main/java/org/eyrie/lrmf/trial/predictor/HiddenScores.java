package org.eyrie.lrmf.trial.predictor;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * Scores to hide in turn so that errors can be counted: each model belongs to one round, in which a random number of
 * its cells, from one to all of them, is hidden.
 */
final class HiddenScores {

    private final int[] roundOf;

    /** Round of each cell that is ever hidden, -1 for others. */
    HiddenScores(Problem problem, int rounds, SplittableRandom random) {
        Observations all = problem.observations();
        int models = problem.lineage().models();
        int[] round =
                IntStream.range(0, models).map(model -> random.nextInt(rounds)).toArray();
        int[] cells = new int[models];
        for (int model : all.model()) {
            cells[model]++;
        }
        int[] toHide = new int[models];
        for (int model = 0; model < models; model++) {
            toHide[model] = cells[model] == 0 ? 0 : 1 + random.nextInt(cells[model]);
        }
        roundOf = new int[all.cells()];
        for (int c = 0; c < roundOf.length; c++) {
            int model = all.model()[c];
            // Selection sampling (Knuth's algorithm S): of the model's cells still to come, as many as are still to
            // hide.
            boolean hide = random.nextInt(cells[model]--) < toHide[model];
            roundOf[c] = hide ? round[model] : -1;
            toHide[model] -= hide ? 1 : 0;
        }
    }

    /** Indices of the cells hidden in a round. */
    BitSet cells(int round) {
        BitSet hidden = new BitSet(roundOf.length);
        for (int c = 0; c < roundOf.length; c++) {
            hidden.set(c, roundOf[c] == round);
        }
        return hidden;
    }
}
