package org.eyrie.lrmf.prior;

import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;

/**
 * When the measured models were published: what a slow trend is counted from, and until when it is known. Those of all
 * families add up.
 *
 * @param models number of measured models whose day is known
 * @param days sum of their days, counted from 1970-01-01
 * @param last the last of their days; negative infinity where none is known
 */
public record Timeline(long models, double days, double last) {

    /** Of no models. */
    public static final Timeline NONE = new Timeline(0, 0, Double.NEGATIVE_INFINITY);

    private static final double DAYS_PER_YEAR = 365.25;

    /** Of the models with a score. */
    public static Timeline of(ModelTraits traits, Observations observations) {
        boolean[] scored = new boolean[traits.models()];
        for (int model : observations.model()) {
            scored[model] = true;
        }
        Timeline sum = NONE;
        for (int u = 0; u < scored.length; u++) {
            double day = traits.uploadedDay()[u];
            if (scored[u] && !Double.isNaN(day)) {
                sum = sum.plus(new Timeline(1, day, day));
            }
        }
        return sum;
    }

    /** Of both together. */
    public Timeline plus(Timeline other) {
        return new Timeline(models + other.models, days + other.days, Math.max(last, other.last));
    }

    /**
     * Years from the mean day to a day, that of the last known one where it is later: a trend is not carried on beyond
     * what was seen of it. Zero for an unknown day.
     */
    double years(double day) {
        return models == 0 || Double.isNaN(day) ? 0 : (Math.min(day, last) - days / models) / DAYS_PER_YEAR;
    }
}
