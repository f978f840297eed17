package org.eyrie.server.fit;

import java.util.List;

/** Some families, solved. Rows and columns are those of the problem. */
public interface Solution {

    /** What a model would score on a column. */
    Estimate estimate(int row, int column);

    /** The same, had the model's own score on that column not been measured. */
    Estimate estimateWithout(int row, int column);

    /** Where the estimate comes from, the largest share first. */
    List<Share> shares(int row, int column, boolean leaveOut);

    /** Probability that a row scores higher than every one of some others, 0 to 1. */
    double chanceToBeat(int row, int[] others, int column);

    /**
     * A predicted score.
     *
     * @param mean 0 to 1
     * @param lower 0 to {@code mean}
     * @param upper {@code mean} to 1
     * @param level share of truths that such intervals contain
     */
    record Estimate(double mean, double lower, double upper, double level) {}

    /**
     * One piece of evidence and what it does to an estimate.
     *
     * @param row whose score, or -1 for what all families share
     * @param column on what, or -1
     * @param amount what it adds, on the scale of logits
     */
    record Share(int row, int column, double amount) {}
}
