package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * Predicted cells in parallel arrays, which are neither copied nor changed.
 *
 * @param mean expected score, 0 to 1
 * @param lower lower end of the interval, at most the upper end
 * @param upper upper end of the interval
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record Estimates(double[] mean, double[] lower, double[] upper) {

    public Estimates {
        if (lower.length != mean.length || upper.length != mean.length) {
            throw new IllegalArgumentException(
                    "Estimates differ in length: " + mean.length + ", " + lower.length + ", " + upper.length);
        }
        for (int c = 0; c < mean.length; c++) {
            if (!Double.isFinite(mean[c]) || !(lower[c] <= upper[c])) {
                throw new IllegalArgumentException(
                        "Not an estimate: " + mean[c] + " in [" + lower[c] + ", " + upper[c] + "]");
            }
        }
    }

    /** Estimates of one round after the other. */
    static Estimates concatenated(List<Estimates> rounds) {
        return new Estimates(
                rounds.stream().flatMapToDouble(one -> Arrays.stream(one.mean)).toArray(),
                rounds.stream().flatMapToDouble(one -> Arrays.stream(one.lower)).toArray(),
                rounds.stream().flatMapToDouble(one -> Arrays.stream(one.upper)).toArray());
    }

    /** Those at some positions, in that order. */
    public Estimates at(int[] cells) {
        return new Estimates(picked(mean, cells), picked(lower, cells), picked(upper, cells));
    }

    private static double[] picked(double[] values, int[] cells) {
        return Arrays.stream(cells).mapToDouble(c -> values[c]).toArray();
    }

    /** Number of cells. */
    public int cells() {
        return mean.length;
    }
}
