package org.eyrie.lrmf.field;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often two fixed effects stand in one term, by class: all that Eᵀ Λ E is made of, whatever the strengths. So parts of a
 * field need say it only once.
 *
 * @param classOf class of every entry
 * @param one number of an effect
 * @param other number of an effect that stands in the same terms
 * @param weight Σ weight_f a_one a_other over the terms f of the class
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record EffectPairs(int[] classOf, int[] one, int[] other, double[] weight) implements Serializable {

    /** Of some terms. */
    public static EffectPairs of(PenaltyTerms terms) {
        Map<Long, Double> sum = new TreeMap<>();
        for (int f = 0; f < terms.count(); f++) {
            for (int a = terms.driftStart[f]; a < terms.driftStart[f + 1]; a++) {
                for (int b = terms.driftStart[f]; b < terms.driftStart[f + 1]; b++) {
                    long pair =
                            ((long) terms.classOf[f] * terms.drifts + terms.drift[a]) * terms.drifts + terms.drift[b];
                    sum.merge(pair, terms.weight[f] * terms.driftWeight[a] * terms.driftWeight[b], Double::sum);
                }
            }
        }
        long[] pair = sum.keySet().stream().mapToLong(k -> k).toArray();
        long drifts = Math.max(1, terms.drifts);
        return new EffectPairs(
                Arrays.stream(pair).mapToInt(k -> (int) (k / drifts / drifts)).toArray(),
                Arrays.stream(pair).mapToInt(k -> (int) (k / drifts % drifts)).toArray(),
                Arrays.stream(pair).mapToInt(k -> (int) (k % drifts)).toArray(),
                sum.values().stream().mapToDouble(v -> v).toArray());
    }

    /** Adds Eᵀ Λ E, dense, row by row, to that many rows. */
    public void addOwnBlock(double[] block, int size, Strengths strengths) {
        int d = strengths.d();
        double[][] precision = strengths.precisions();
        for (int k = 0; k < weight.length; k++) {
            double[] lambda = precision[classOf[k]];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    block[(one[k] * d + i) * size + other[k] * d + j] += weight[k] * lambda[i * d + j];
                }
            }
        }
    }
}
