package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.List;

/**
 * How far skills stray from what is expected of them, which adds up over models: what strengths are learned from.
 *
 * @param square per group of the field, squared residuals, their variances included, over terms and skills
 * @param count per group, terms
 */
@SuppressWarnings("ArrayRecordComponent") // read at once
record StrengthSums(double[] square, int[] count) implements Serializable {

    /**
     * Of the terms {@code from} to {@code to} - 1.
     *
     * @param rest skills less those expected, n x d
     * @param variance per group, of these terms' residuals under the posterior
     */
    static StrengthSums of(SkillField field, int from, int to, double[] rest, double[] variance) {
        double[] square = variance.clone();
        int[] count = new int[square.length];
        double[] residual = new double[field.rank()];
        for (int t = from; t < to; t++) {
            field.residual(t, rest, residual.length, residual);
            for (double each : residual) {
                square[field.groupOf(t)] += each * each;
            }
            count[field.groupOf(t)]++;
        }
        return new StrengthSums(square, count);
    }

    /**
     * Strengths under which the residuals are as large as they are expected to be, given the posterior: the maximum of
     * the marginal likelihood's lower bound.
     *
     * @param parts sums of chunks, in their order
     * @param founders whether their strength is learned too, and not given
     */
    static double[] strengths(List<StrengthSums> parts, double[] strength, int d, boolean founders) {
        double[] square = new double[strength.length];
        int[] count = new int[strength.length];
        for (StrengthSums part : parts) {
            LinkSums.add(part.square, square);
            for (int g = 0; g < count.length; g++) {
                count[g] += part.count[g];
            }
        }
        double[] after = strength.clone();
        for (int g = founders ? 0 : 1; g < after.length; g++) {
            // one pseudo-residual of the old strength keeps a group of few finite
            after[g] = (count[g] + 1) * d / (square[g] + d / strength[g]);
        }
        return after;
    }
}
