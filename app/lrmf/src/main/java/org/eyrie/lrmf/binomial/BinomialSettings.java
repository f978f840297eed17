package org.eyrie.lrmf.binomial;

/**
 * Everything that decides the outcome of a fit apart from the data.
 *
 * @param rank d, the number of latent skills
 * @param kinship λ, pulls a model towards its parents; the first guess where strengths are learned
 * @param ridge precision of a column's loadings; the first guess where the prior is learned
 * @param structural whether a child is compared with the mean of its parents, or with each of them
 * @param spread whether the factors' covariances are carried along (variational), which costs time and learns
 *     strengths and priors
 * @param sweeps how many at most
 * @param tolerance the fit has converged when no logit moves by more than this, root mean square
 * @param seed of the initial loadings; equal seeds give equal fits
 */
public record BinomialSettings(
        int rank,
        double kinship,
        double ridge,
        boolean structural,
        boolean spread,
        int sweeps,
        double tolerance,
        long seed) {}
