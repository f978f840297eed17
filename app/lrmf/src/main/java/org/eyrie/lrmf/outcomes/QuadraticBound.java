package org.eyrie.lrmf.outcomes;

import java.util.Arrays;

/**
 * The quadratic that majorises the expected loss of one model's outcomes, {@code m' G m / 2 - h' m}, in double precision:
 * for single models, where {@link RowStatistics} is for whole tables.
 */
final class QuadraticBound {

    private final Factors columns;
    private final int d;
    private final float[] outers;
    /** Where the row of the intercept starts in {@link #self}: twice the expected skills. */
    private final int last;

    /** Expected square of the extended skills, lower triangle, everything off the diagonal doubled. */
    final double[] self;

    /** G, d x d row by row. */
    final double[] gram;

    /** h. */
    final double[] linear;

    QuadraticBound(Factors columns) {
        this.columns = columns;
        this.d = columns.stride().rank();
        this.outers = columns.outers();
        this.last = d * (d + 1) / 2;
        this.self = new double[(d + 1) * (d + 2) / 2];
        this.gram = new double[d * d];
        this.linear = new double[d];
    }

    /** Forgets all outcomes and touches the loss at these skills from now on. */
    void touch(double[] mean, int meanOffset, double[] covariance, int covarianceOffset) {
        Arrays.fill(gram, 0);
        Arrays.fill(linear, 0);
        int at = 0;
        for (int j = 0; j <= d; j++) {
            double mj = j == d ? 1 : mean[meanOffset + j];
            for (int k = 0; k <= j; k++, at++) {
                double mk = k == d ? 1 : mean[meanOffset + k];
                double both = j < d ? covariance[covarianceOffset + j * d + k] : 0;
                self[at] = (j == k ? 1 : 2) * (mj * mk + both);
            }
        }
    }

    /** Adds an outcome. */
    void add(int column, boolean success) {
        add(column, success, 0);
    }

    /**
     * Adds an outcome.
     *
     * @param offset what is known to be added to its logit
     */
    void add(int column, boolean success, double offset) {
        int from = column * columns.stride().outer();
        double square = offset == 0 ? 0 : offset * (offset + 2 * expectedLogit(column));
        for (int at = 0; at < self.length; at++) {
            square += self[at] * outers[from + at];
        }
        double weight = PolyaGamma.exact(Math.sqrt(Math.max(0, square)));
        int at = from;
        for (int j = 0; j < d; j++) {
            for (int k = 0; k <= j; k++, at++) {
                double value = weight * outers[at];
                gram[j * d + k] += value;
                if (k < j) {
                    gram[k * d + j] += value;
                }
            }
        }
        double sign = success ? 0.5 : -0.5;
        for (int j = 0; j < d; j++) {
            linear[j] += (sign - weight * offset) * columns.get(column, j) - weight * outers[at + j];
        }
    }

    private double expectedLogit(int column) {
        double sum = columns.get(column, d);
        for (int j = 0; j < d; j++) {
            sum += self[last + j] / 2 * columns.get(column, j);
        }
        return sum;
    }
}
