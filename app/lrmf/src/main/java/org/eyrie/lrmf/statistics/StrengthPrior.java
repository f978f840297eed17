package org.eyrie.lrmf.statistics;

/**
 * What is believed of strengths before any data: it decides where a class has few terms and fades where it has many.
 *
 * @param reference Σ that a class without terms gets, d x d
 * @param terms how many terms the reference is worth (inverse Wishart)
 * @param pull every θ's prior mean
 * @param pullPrecision its prior precision
 */
@SuppressWarnings("ArrayRecordComponent")
public record StrengthPrior(double[] reference, double terms, double pull, double pullPrecision) {

    public StrengthPrior {
        if (!(terms > 0) || !(pullPrecision > 0)) {
            throw new IllegalArgumentException(
                    "A prior must be proper: worth " + terms + " terms, precision " + pullPrecision);
        }
    }
}
