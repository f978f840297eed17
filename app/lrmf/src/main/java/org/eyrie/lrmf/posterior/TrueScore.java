package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.observation.ScoreScale;

/**
 * The score of a cell without noise, as it is known.
 *
 * @param mean expected, 0 to 1
 * @param slope by how much that rises per logit by which the expected logit rises, above 0
 * @param logitVariance variance of the true logit
 */
public record TrueScore(double mean, double slope, double logitVariance) {

    private static final double LEAST_VARIANCE = 1e-12;

    /** Of a cell, measured or not. */
    public static TrueScore of(FamilyPosterior family, int model, int column) {
        CellPrediction cell = family.predict(model, column, LeaveOut.NOTHING, 0.5);
        double variance = Math.max(cell.logitVariance(), LEAST_VARIANCE);
        ScoreScale scale = family.shared.scale();
        return new TrueScore(
                scale.expectedScore(cell.logitMean(), variance),
                scale.expectedSlope(cell.logitMean(), variance),
                variance);
    }
}
