package org.eyrie.lrmf.posterior;

/**
 * Prediction of a measurement.
 *
 * @param model row of the cell
 * @param column column of the cell
 * @param mean expected score, 0 to 1
 * @param lower lower end of the interval, 0 to {@code mean}
 * @param upper upper end of the interval, {@code mean} to 1
 * @param level share of truths that such intervals contain
 * @param logitMean mean of the logit
 * @param logitVariance variance of the true logit; small where relatives or own scores say much
 * @param noiseVariance variance of a measured logit around the true one
 * @param ownScores number of the model's own scores that were used
 * @param evidence what the interval was calibrated on
 */
public record CellPrediction(
        int model,
        int column,
        double mean,
        double lower,
        double upper,
        double level,
        double logitMean,
        double logitVariance,
        double noiseVariance,
        int ownScores,
        EvidenceKind evidence) {}
