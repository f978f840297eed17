package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.problem.Problem;

/**
 * Models in parts at random, and features of each part's models with the scores of the whole part hidden.
 *
 * <p>A part at a time rather than a model at a time: the mean of a group without one of its members falls as that member's
 * own score rises, and trees find that out. With it, errors on models not learned from were half of those on models that
 * are held out: intervals of 90 % held 51 %.
 */
final class Parts {

    /** So many that hardly more is hidden than of models held out, and an even number of them for each fifth. */
    private static final int PARTS = 10;

    /** So many times trees are learned, each time without the models of some parts. */
    static final int FIFTHS = 5;

    private final int[] part;
    private final List<FeatureTable> hidden = new ArrayList<>();
    private final FeatureTable whole;

    Parts(Problem problem, ModelScores scores, Ties ties, long seed) {
        part = new int[scores.models()];
        int[] order = Shuffle.of(IntStream.range(0, part.length).toArray(), seed);
        for (int k = 0; k < order.length; k++) {
            part[order[k]] = k % PARTS;
        }
        for (int p = 0; p < PARTS; p++) {
            int gone = p;
            Surroundings left = new Surroundings(ties, scores.without(u -> part[u] == gone));
            hidden.add(new FeatureTable(problem, scores, left));
        }
        whole = new FeatureTable(problem, scores, new Surroundings(ties, scores));
    }

    /** With the scores of a model's part hidden. */
    FeatureTable without(int model) {
        return hidden.get(part[model]);
    }

    /** With all that is known. */
    FeatureTable whole() {
        return whole;
    }

    /** Which trees do not learn from a model, 0 to {@link #FIFTHS} - 1. */
    int fifth(int model) {
        return part[model] % FIFTHS;
    }
}
