package org.eyrie.lrmf.outcomes;

import java.util.SplittableRandom;

/** Where a fit begins: every model where it is expected, every column at its own rate of success with random loadings. */
final class StartingPoint {

    /** Spread of the first loadings; the steps find their size within two sweeps from anything between 0.1 and 1. */
    private static final double SPREAD = 0.5;

    private StartingPoint() {}

    /** @param expected skills before anything was seen, n x d */
    static Factors models(double[] expected, PaddedRank stride) {
        Factors models = new Factors(expected.length / stride.rank(), stride);
        double[] extended = new double[stride.extended()];
        extended[stride.rank()] = 1;
        for (int u = 0; u < models.count(); u++) {
            System.arraycopy(expected, u * stride.rank(), extended, 0, stride.rank());
            models.set(u, extended);
        }
        return models;
    }

    /**
     * Columns.
     *
     * @param counts of all models
     * @param seed equal seeds give equal loadings
     */
    static Factors columns(ColumnCounts counts, PaddedRank stride, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Factors columns = new Factors(counts.columns(), stride);
        double[] extended = new double[stride.extended()];
        for (int i = 0; i < columns.count(); i++) {
            for (int k = 0; k < stride.rank(); k++) {
                // the first skill is the one that helps everywhere
                extended[k] = SPREAD * (random.nextGaussian() + (k == 0 ? 2 : 0));
            }
            // one success and one failure more than seen: finite for items that everyone or no one answers
            int successes = 1 + counts.right()[i];
            extended[stride.rank()] = Math.log((double) successes / (counts.seen()[i] + 2 - successes));
            columns.set(i, extended);
        }
        return columns;
    }
}
