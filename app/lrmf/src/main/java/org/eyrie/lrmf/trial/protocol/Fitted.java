package org.eyrie.lrmf.trial.protocol;

/** A finished fit that predicts cells. */
@FunctionalInterface
public interface Fitted {

    /**
     * Predicts what a measurement of each cell would give.
     *
     * @param model row of each cell
     * @param column column of each cell, as long as {@code model}
     * @param level share of truths that the intervals should contain, between 0 and 1
     * @return one finite mean and interval per cell, in the same order
     */
    Estimates predict(int[] model, int[] column, double level);
}
