package org.eyrie.lrmf.observation;

import java.io.Serializable;

/**
 * From scores to logits and back, z = logit((s + margin) / (1 + 2 margin)): with a margin, zeros and ones are finite and
 * differences near them count for less. Without (clipped at .005) late models were predicted at r .729 rather than .732
 * to .735.
 *
 * @param margin how far the logit's ends lie outside the scores' 0 and 1
 */
public record ScoreScale(double margin) implements Serializable {

    public double logit(double score) {
        double p = (score + margin) / (1 + 2 * margin);
        return Math.log(p / (1 - p));
    }

    /** Score of a logit, 0 to 1. */
    public double score(double logit) {
        return Math.min(Math.max(unbounded(logit), 0), 1);
    }

    private double unbounded(double logit) {
        return (1 + 2 * margin) / (1 + Math.exp(-logit)) - margin;
    }

    /** Expected score of a normal logit, by Gauss-Hermite quadrature of nine points. */
    public double expectedScore(double mean, double variance) {
        double deviation = Math.sqrt(Math.max(variance, 0));
        double sum = HERMITE_WEIGHT[0] * score(mean);
        for (int k = 1; k < HERMITE_NODE.length; k++) {
            double step = HERMITE_NODE[k] * deviation;
            sum += HERMITE_WEIGHT[k] * (score(mean + step) + score(mean - step));
        }
        return sum;
    }

    /**
     * By how much the expected score of a normal logit rises per logit, its covariance with the logit over the variance
     * (Stein 1981): a line that moves with the logit moves the expected score by so much.
     *
     * @param variance above zero
     */
    public double expectedSlope(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        double sum = 0;
        for (int k = 1; k < HERMITE_NODE.length; k++) {
            double step = HERMITE_NODE[k] * deviation;
            sum += HERMITE_WEIGHT[k] * HERMITE_NODE[k] * (score(mean + step) - score(mean - step));
        }
        return sum / deviation;
    }

    // Probabilists' Hermite polynomial of degree nine: roots that are not negative, and weights that add up to one.
    private static final double[] HERMITE_NODE = {
        0, 1.0232556637891326, 2.07684797867783, 3.20542900285647, 4.512745863399783
    };
    private static final double[] HERMITE_WEIGHT = {
        0.40634920634920635, 0.24409750289493953, 0.04991640676521782, 0.0027891413212317692, 2.2345844007746607e-5
    };
}
