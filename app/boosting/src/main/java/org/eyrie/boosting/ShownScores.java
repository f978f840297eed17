package org.eyrie.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;

/**
 * Which of a model's other scores are shown while it is learned from: as many as are known of those that will be asked
 * for, so that what is learned holds for them.
 */
final class ShownScores {

    private final ModelScores scores;
    private final int[] counts;

    /** @param counts of each cell that will be asked for, how many scores of its model are known */
    ShownScores(ModelScores scores, int[] counts) {
        this.scores = scores;
        this.counts = counts;
    }

    /** Whether any are known. */
    boolean any() {
        return Arrays.stream(counts).anyMatch(count -> count > 0);
    }

    /** Columns besides one that a model has scores in. */
    static int[] others(ModelScores scores, int model, int column) {
        return IntStream.range(0, scores.columns())
                .filter(other -> other != column && !Double.isNaN(scores.at(model, other)))
                .toArray();
    }

    /** Some of them, at random. */
    int[] draw(int model, int column, SplittableRandom random) {
        int[] others = others(scores, model, column);
        int wanted = counts.length == 0 ? 0 : counts[random.nextInt(counts.length)];
        return Arrays.copyOf(Shuffle.of(others, random), Math.min(wanted, others.length));
    }
}
