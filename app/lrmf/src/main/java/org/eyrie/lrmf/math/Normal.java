package org.eyrie.lrmf.math;

/** The standard normal distribution. */
public final class Normal {

    private Normal() {}

    /** Its quantile, by bisection of {@link #below}: asked a few times only. */
    public static double quantile(double probability) {
        double low = -10;
        double high = 10;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Its distribution function (Abramowitz and Stegun 26.2.17; error below 7.5e-8). */
    static double below(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x < 0 ? tail : 1 - tail;
    }
}
