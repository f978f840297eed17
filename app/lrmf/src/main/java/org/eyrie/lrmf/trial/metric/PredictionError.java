package org.eyrie.lrmf.trial.metric;

import java.util.Arrays;

/** Distance of predictions from truths, over parallel arrays of at least one element; zero or more, less is better. */
public final class PredictionError {

    /** No probability is taken for nearer to 0 or 1 than this: one sure mistake must not make a sum infinite. */
    private static final double SUREST = 1e-15;

    private PredictionError() {}

    /** Root of the mean squared difference, in the unit of the scores. */
    public static double rmse(double[] predicted, double[] truth) {
        return Math.sqrt(brier(predicted, truth));
    }

    /** Median of the absolute differences, in the unit of the scores. */
    public static double median(double[] predicted, double[] truth) {
        Pairs.checkSome(predicted.length, truth.length);
        double[] errors = new double[predicted.length];
        Arrays.setAll(errors, k -> Math.abs(predicted[k] - truth[k]));
        Arrays.sort(errors);
        int middle = errors.length / 2;
        return errors.length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2;
    }

    /** Mean squared difference; with outcomes 0 or 1 as truths this is the score of Brier (1950). */
    public static double brier(double[] predicted, double[] truth) {
        Pairs.checkSome(predicted.length, truth.length);
        double sum = 0;
        for (int k = 0; k < predicted.length; k++) {
            double difference = predicted[k] - truth[k];
            sum += difference * difference;
        }
        return sum / predicted.length;
    }

    /**
     * Mean negative logarithm (natural) of the probability given to what happened.
     *
     * @param predicted probabilities, 0 to 1
     * @param truth outcomes 0 or 1, or shares of successes in between
     */
    public static double logLoss(double[] predicted, double[] truth) {
        Pairs.checkSome(predicted.length, truth.length);
        double sum = 0;
        for (int k = 0; k < predicted.length; k++) {
            double p = Math.max(SUREST, Math.min(1 - SUREST, predicted[k]));
            sum -= truth[k] * Math.log(p) + (1 - truth[k]) * Math.log1p(-p);
        }
        return sum / predicted.length;
    }
}
