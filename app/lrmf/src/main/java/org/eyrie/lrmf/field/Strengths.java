package org.eyrie.lrmf.field;

import java.io.Serializable;

/**
 * What the classes of a field's terms have learned.
 *
 * @param d numbers per node
 * @param covariance per class, Σ: d x d, row by row; its inverse is the strength of the class
 * @param pull per class, the pulls θ: Q x d, row by row
 * @param drift per drift d numbers
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record Strengths(int d, double[][] covariance, double[][] pull, double[] drift) implements Serializable {

    public Strengths {
        if (covariance.length != pull.length) {
            throw new IllegalArgumentException(
                    covariance.length + " classes of covariances, " + pull.length + " of pulls");
        }
        for (double[] block : covariance) {
            if (block.length != d * d) {
                throw new IllegalArgumentException("A covariance of " + d + " rows cannot have " + block.length);
            }
        }
    }

    /** Number of classes. */
    public int classes() {
        return covariance.length;
    }

    /** Per class the strength itself, Σ⁻¹: d x d, row by row. */
    double[][] precisions() {
        double[][] precisions = new double[classes()][];
        for (int k = 0; k < precisions.length; k++) {
            precisions[k] = Spd.inverse(covariance[k], d);
        }
        return precisions;
    }

    /** The same with other drifts. */
    public Strengths withDrift(double[] other) {
        return new Strengths(d, covariance, pull, other);
    }
}
