package org.eyrie.lrmf.math;

/** The logistic function σ(x) = 1 / (1 + e⁻ˣ) and what belongs to it. */
public final class Logistic {

    private Logistic() {}

    /**
     * σ(x), to the last digits from −709 on; below that, where it is less than 1e-308, zero. Of large x nothing but one is
     * left: what is missing to one is {@code of(-x)}, not {@code 1 - of(x)}.
     */
    public static double of(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** ln σ(x), which neither overflows nor loses its digits where σ(x) is near zero or one. */
    public static double log(double x) {
        return -softplus(-x);
    }

    /** ln(1 + eˣ) = −ln σ(−x): loss of a failure at a logit; that of a success is {@code softplus(-x)}. */
    public static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** The x of which σ(x) is p; infinite at 0 and 1, NaN outside. */
    public static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
