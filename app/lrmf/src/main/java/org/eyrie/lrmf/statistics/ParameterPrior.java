package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.observation.ColumnParameters;

/**
 * What is believed of parameters before any data.
 *
 * @param strengths of strengths and pulls
 * @param fixed per class, whether its strength is given rather than learned
 * @param columns loadings and intercepts that are expected
 * @param effects prior precision of each fixed effect, d x d, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ParameterPrior(StrengthPrior strengths, boolean[] fixed, ColumnParameters columns, double[] effects) {

    /** Logarithm of the density of fixed effects δ, up to a constant: − ½ Σ δᵀ P δ. */
    double logDensity(double[] effect, int d) {
        double sum = 0;
        for (int k = 0; k < effects.length / (d * d); k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    sum -= 0.5 * effect[k * d + i] * effects[(k * d + i) * d + j] * effect[k * d + j];
                }
            }
        }
        return sum;
    }
}
