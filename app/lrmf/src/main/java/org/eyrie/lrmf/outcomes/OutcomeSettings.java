package org.eyrie.lrmf.outcomes;

import java.io.Serializable;

/**
 * Everything that decides the outcome of a fit apart from the data.
 *
 * @param rank d, the number of latent skills, 1 to 256
 * @param kinship λ, pulls a model towards its parents; a first guess where {@code spread} learns strengths
 * @param founderRidge pulls models without parents towards zero and so sets the scale of skills
 * @param ridge precision of a column's loadings; a first guess where {@code spread} learns priors
 * @param interceptRidge precision of a column's intercept; likewise
 * @param structural whether a child is compared with the mean of its parents, or with each of them as published
 * @param spread whether the factors' covariances are carried along (variational Bayes): costs about twice the time,
 *     and learns strengths and priors from the data
 * @param sweeps how many at most, at least one
 * @param tolerance the fit has converged when logits move by less than this in a sweep, root mean square
 * @param seed of the initial loadings; equal seeds give equal fits
 */
public record OutcomeSettings(
        int rank,
        double kinship,
        double founderRidge,
        double ridge,
        double interceptRidge,
        boolean structural,
        boolean spread,
        int sweeps,
        double tolerance,
        long seed)
        implements Serializable {

    public OutcomeSettings {
        if (!(kinship >= 0) || !(founderRidge > 0) || !(ridge > 0) || !(interceptRidge > 0)) {
            throw new IllegalArgumentException("Kinship must not be negative, ridges must be positive: " + kinship
                    + ", " + founderRidge + ", " + ridge + ", " + interceptRidge);
        }
        if (sweeps < 1) {
            throw new IllegalArgumentException("A fit needs at least one sweep, not " + sweeps);
        }
    }

    /** Everything learned from the data. */
    public static OutcomeSettings learned(int rank, long seed) {
        return new OutcomeSettings(rank, 3, 1, 1, 0.3, true, true, 40, 1e-2, seed);
    }

    /** The published form (arXiv 2504.19811), with its strengths given by hand. */
    public static OutcomeSettings paper(int rank, double kinship, double ridge, long seed) {
        return new OutcomeSettings(rank, kinship, ridge, ridge, 0.1, false, false, 60, 1e-2, seed);
    }
}
