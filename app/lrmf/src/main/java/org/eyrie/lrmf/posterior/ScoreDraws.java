package org.eyrie.lrmf.posterior;

import java.util.Arrays;

/**
 * Draws of what some models' weighted mean scores are, and of what a measurement of each would say. All models in one draw
 * belong together: they are of the joint posterior.
 *
 * <p>Draws come in pairs, s and s + n/2 of n, which lie opposite one another around the mean (antithetic variates).
 *
 * @param truth per model and draw the score without noise, 0 to 1
 * @param measured per model and draw the score as a measurement would find it, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of models times thousands of draws
public record ScoreDraws(float[][] truth, float[][] measured) {

    public ScoreDraws {
        if (truth.length != measured.length) {
            throw new IllegalArgumentException(truth.length + " truths and " + measured.length + " measurements");
        }
    }

    /** Number of models. */
    public int models() {
        return truth.length;
    }

    /** The first so many models alone. */
    public ScoreDraws first(int models) {
        return new ScoreDraws(Arrays.copyOf(truth, models), Arrays.copyOf(measured, models));
    }

    /** Number of draws. */
    public int draws() {
        return truth.length == 0 ? 0 : truth[0].length;
    }
}
