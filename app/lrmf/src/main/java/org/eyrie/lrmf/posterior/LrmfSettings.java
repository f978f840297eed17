package org.eyrie.lrmf.posterior;

/**
 * Everything that decides the outcome of a fit apart from the data. Strengths, prior and noise are not here: they are
 * learned.
 *
 * @param maxRank most numbers per model: up to that many columns, each column is a number of the models; of more, the well
 *     measured ones may be, and the others hang on the models' numbers through learned loadings. 1 to 32
 * @param margin the logit's ends lie that far outside the scores' 0 and 1, so that zeros and ones are finite
 * @param maxSweeps most sweeps of learning
 * @param tolerance a fit has converged when two sweeps running move predictions by less than this, root mean square over
 *     all models and columns in the unit of scores, and raise the objective by less than this per measured cell
 * @param seed seed of what is drawn: the scores a calibration hides; equal seeds give equal fits
 */
public record LrmfSettings(int maxRank, double margin, int maxSweeps, double tolerance, long seed) {

    /** What the backtests were run with. The tolerance is a tenth of a point, a fiftieth of the error of a prediction. */
    public static final LrmfSettings DEFAULT = new LrmfSettings(8, 0.1, 60, 1e-3, 1);

    public LrmfSettings {
        if (maxRank < 1 || maxRank > 32) {
            throw new IllegalArgumentException("The rank must be between 1 and 32: " + maxRank);
        }
        if (!(margin > 0 && margin <= 10)) {
            throw new IllegalArgumentException("The margin must be above 0 and at most 10: " + margin);
        }
        if (maxSweeps < 1) {
            throw new IllegalArgumentException("At least one sweep is needed: " + maxSweeps);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("The tolerance must not be negative: " + tolerance);
        }
    }

    /** The same with another seed. */
    public LrmfSettings withSeed(long other) {
        return new LrmfSettings(maxRank, margin, maxSweeps, tolerance, other);
    }
}
