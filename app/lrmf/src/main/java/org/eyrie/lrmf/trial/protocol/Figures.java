package org.eyrie.lrmf.trial.protocol;

import org.eyrie.lrmf.trial.metric.Correlation;
import org.eyrie.lrmf.trial.metric.IntervalQuality;
import org.eyrie.lrmf.trial.metric.PredictionError;

/**
 * How good predictions were.
 *
 * @param n number of held-out cells, at least 1
 * @param pearson Pearson's r between predictions and truths, 0 where the predictions are constant
 * @param spearman Spearman's rho, 0 where the predictions are constant
 * @param rmse root mean squared error, in the unit of the scores
 * @param medianError median of the absolute errors, in the unit of the scores
 * @param coverage share of truths within their intervals
 * @param width mean width of the intervals, in the unit of the scores
 * @param logLoss mean negative log-likelihood of a trial (natural logarithm)
 */
public record Figures(
        int n,
        double pearson,
        double spearman,
        double rmse,
        double medianError,
        double coverage,
        double width,
        double logLoss) {

    /**
     * Compares.
     *
     * @param truth measured scores in the same order, at least one
     */
    public static Figures of(Estimates estimates, double[] truth) {
        return new Figures(
                truth.length,
                Correlation.pearson(estimates.mean(), truth),
                Correlation.spearman(estimates.mean(), truth),
                PredictionError.rmse(estimates.mean(), truth),
                PredictionError.median(estimates.mean(), truth),
                IntervalQuality.coverage(estimates.lower(), estimates.upper(), truth),
                IntervalQuality.width(estimates.lower(), estimates.upper()),
                PredictionError.logLoss(estimates.mean(), truth));
    }
}
