package org.eyrie.lrmf.items;

import org.eyrie.lrmf.outcomes.OutcomeSettings;

/**
 * Everything that decides the outcome of an item fit apart from the data.
 *
 * @param rank d, the number of latent skills, 1 to 64; less where there are fewer than 8 models per skill
 * @param sweeps how many at most
 * @param tolerance the fit has converged when logits move by less than this in a sweep, root mean square
 * @param calibrationModels how many models at most intervals are calibrated on, per benchmark
 * @param seed equal seeds give equal fits
 */
public record ItemSettings(int rank, int sweeps, double tolerance, int calibrationModels, long seed) {

    private static final int MODELS_PER_SKILL = 8;

    public ItemSettings {
        if (rank < 1 || rank > 64 || sweeps < 1 || calibrationModels < 1) {
            throw new IllegalArgumentException("Rank, sweeps and models must be positive, rank at most 64: " + rank
                    + ", " + sweeps + ", " + calibrationModels);
        }
    }

    /** Those that serve. */
    public static ItemSettings usual(long seed) {
        return new ItemSettings(12, 40, 1e-2, 300, seed);
    }

    /** Settings of the factorisation of so many models. */
    OutcomeSettings factorisation(int models) {
        int most = Math.max(1, models / MODELS_PER_SKILL);
        return new OutcomeSettings(Math.min(rank, most), 3, 1, 1, 0.3, true, true, sweeps, tolerance, seed);
    }
}
