package org.eyrie.lrmf.posterior;

/**
 * Prediction of a weighted mean of one model's measurements.
 *
 * @param mean expected mean score, 0 to 1
 * @param lower lower end of the interval, 0 to {@code mean}
 * @param upper upper end of the interval, {@code mean} to 1
 * @param level share of truths that such intervals contain
 */
public record MeanPrediction(double mean, double lower, double upper, double level) {}
