package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

    /** Weighted means of figures; the cells add up. */
    static Figures mean(List<Figures> all, double[] weights) {
        return new Figures(
                all.stream().mapToInt(Figures::n).sum(),
                mean(all, weights, Figures::pearson),
                mean(all, weights, Figures::spearman),
                mean(all, weights, Figures::rmse),
                mean(all, weights, Figures::medianError),
                mean(all, weights, Figures::coverage),
                mean(all, weights, Figures::width),
                mean(all, weights, Figures::logLoss));
    }

    /**
     * Means of figures, each counting the same; the cells add up.
     *
     * @param all at least one
     */
    public static Figures mean(List<Figures> all) {
        double[] equal = new double[all.size()];
        Arrays.fill(equal, 1);
        return mean(all, equal);
    }

    private static double mean(List<Figures> all, double[] weights, ToDoubleFunction<Figures> figure) {
        double sum = 0;
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * figure.applyAsDouble(all.get(k));
            total += weights[k];
        }
        return sum / total;
    }
}
