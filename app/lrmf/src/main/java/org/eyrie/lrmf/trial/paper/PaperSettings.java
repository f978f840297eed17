package org.eyrie.lrmf.trial.paper;

/**
 * Everything that decides the outcome apart from the data.
 *
 * @param rank d, the number of latent skills, 1 to 64
 * @param kinship λ, pulls a model towards its parents and children; zero is plain factorisation
 * @param ridge ρ, pulls all factors towards zero, positive
 * @param tolerance a fit has converged when a sweep lowers the objective by less than this share of it
 * @param maxSweeps most sweeps
 * @param seed seed of the initial factors; equal seeds give equal fits
 */
public record PaperSettings(int rank, double kinship, double ridge, double tolerance, int maxSweeps, long seed) {

    /** λ = 1, as published. */
    public static final PaperSettings DEFAULT = new PaperSettings(4, 1, 0.1, 1e-6, 200, 1);

    public PaperSettings {
        if (rank < 1 || rank > 64) {
            throw new IllegalArgumentException("The rank must be between 1 and 64: " + rank);
        }
        if (!(kinship >= 0 && kinship < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The kinship must be finite and not negative: " + kinship);
        }
        if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The ridge must be positive: " + ridge);
        }
        if (maxSweeps < 1 || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "There must be a sweep and no negative tolerance: " + maxSweeps + ", " + tolerance);
        }
    }
}
