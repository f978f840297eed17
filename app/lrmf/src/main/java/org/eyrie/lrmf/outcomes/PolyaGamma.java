package org.eyrie.lrmf.outcomes;

/**
 * The curvature of the quadratic that touches the logistic loss at a logit: {@code w(x) = tanh(x / 2) / (2 x)}, which
 * is also the mean of the Polya-Gamma distribution PG(1, x) (Polson, Scott and Windle 2013).
 *
 * <p>From a table with linear interpolation, because the exact one costs more than all else a cell needs. The error
 * is below 2e-6, one part in 100,000; beyond the table's end, at {@value #END}, the function is {@code 1 / (2 |x|)} to
 * single precision.
 */
final class PolyaGamma {

    static final int END = 16;
    static final int PER_UNIT = 64;

    private static final float[] TABLE = table();

    private PolyaGamma() {}

    /** The weight of a single trial at a logit; 1/4 at zero, finite and positive for every finite logit. */
    static float weight(float logit) {
        float x = Math.abs(logit);
        if (!(x < END)) {
            return 0.5f / x;
        }
        float position = x * PER_UNIT;
        int below = (int) position;
        float left = TABLE[below];
        return left + (position - below) * (TABLE[below + 1] - left);
    }

    /** The exact weight. */
    static double exact(double logit) {
        // the series near zero, where the quotient loses its digits
        return Math.abs(logit) < 1e-4 ? 0.25 - logit * logit / 48 : Math.tanh(logit / 2) / (2 * logit);
    }

    private static float[] table() {
        float[] table = new float[END * PER_UNIT + 2];
        for (int k = 0; k < table.length; k++) {
            table[k] = (float) exact((double) k / PER_UNIT);
        }
        return table;
    }
}
