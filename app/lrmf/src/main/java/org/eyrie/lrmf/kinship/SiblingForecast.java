package org.eyrie.lrmf.kinship;

/**
 * What is expected of siblings: of each task the chance to solve an item of it, and the mean of these over tasks.
 *
 * <p>Deviations are of the true chance, not of a share among so many items, which scatters about it.
 */
public final class SiblingForecast {

    private final double[][] mean;
    private final double[][] sd;
    private final double[] macroMean;
    private final double[] macroSd;

    SiblingForecast(double[][] mean, double[][] sd, double[] macroMean, double[] macroSd) {
        this.mean = mean;
        this.sd = sd;
        this.macroMean = macroMean;
        this.macroSd = macroSd;
    }

    /** How many siblings it is of. */
    public int siblings() {
        return macroMean.length;
    }

    /** Expected chance of a sibling to solve an item of a task, 0 to 1. */
    public double mean(int sibling, int task) {
        return mean[sibling][task];
    }

    /** Standard deviation of that chance. */
    public double sd(int sibling, int task) {
        return sd[sibling][task];
    }

    /** Expected mean over tasks, 0 to 1. */
    public double mean(int sibling) {
        return macroMean[sibling];
    }

    /** Standard deviation of the mean over tasks. */
    public double sd(int sibling) {
        return macroSd[sibling];
    }
}
