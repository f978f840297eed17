package org.eyrie.lrmf.kinship;

import org.eyrie.lrmf.math.Logistic;

/**
 * Mean and variance of a chance whose logit is normal, by nine points of Gauss and Hermite.
 *
 * @param mean 0 to 1
 * @param variance of the chance
 */
record ChanceMoments(double mean, double variance) {

    private static final double[] PLACES = {0, 1.0232556637891326, 2.07684797867783, 3.20542900285647, 4.512745863399783
    };
    private static final double[] WEIGHTS = {
        0.40634920634920635, 0.24409750289493906, 0.04991640676521787, 0.002789141321231769, 2.23458440077466e-5
    };

    /** Of a logit's mean and variance. */
    static ChanceMoments of(double mean, double variance) {
        double deviation = Math.sqrt(Math.max(0, variance));
        double first = WEIGHTS[0] * Logistic.of(mean);
        double second = WEIGHTS[0] * Logistic.of(mean) * Logistic.of(mean);
        for (int k = 1; k < PLACES.length; k++) {
            for (int side = -1; side <= 1; side += 2) {
                double chance = Logistic.of(mean + side * deviation * PLACES[k]);
                first += WEIGHTS[k] * chance;
                second += WEIGHTS[k] * chance * chance;
            }
        }
        return new ChanceMoments(first, Math.max(0, second - first * first));
    }
}
