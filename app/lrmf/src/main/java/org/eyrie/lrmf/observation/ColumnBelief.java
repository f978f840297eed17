package org.eyrie.lrmf.observation;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What is known of one column: [loading; intercept] is normal.
 *
 * @param mean d loadings, then the intercept
 * @param covariance (d + 1) x (d + 1)
 * @param noise variance of a measured logit around the model's true one
 * @param own whether the column is a number of the models: then there is nothing to learn but the noise
 * @param cells number of measured cells it was learned from
 */
@SuppressWarnings("ArrayRecordComponent")
public record ColumnBelief(double[] mean, double[] covariance, double noise, boolean own, int cells) {

    /** How many cells what is believed of the noise beforehand is worth. */
    public static final double NOISE_CELLS = 4;

    /** Taking a cell back changes the noise by no more than so many times. */
    private static final double MOST_NOISE_CHANGE = 4;

    /** How often the weight of a cell that the column does not know as it stands is halved before it is left alone. */
    private static final int HALVINGS = 20;

    /** Numbers per model. */
    public int d() {
        return mean.length - 1;
    }

    /** Mean logit of a model whose numbers have this mean, d numbers. */
    public double logit(double[] numbers) {
        double sum = mean[d()];
        for (int k = 0; k < d(); k++) {
            sum += mean[k] * numbers[k];
        }
        return sum;
    }

    /**
     * Variance of the true logit of a model: that of its numbers, that of loadings and intercept, and that of both
     * together.
     *
     * @param numbers means of the model's numbers, d
     * @param block their covariance, d x d
     */
    public double variance(double[] numbers, double[] block) {
        int d = d();
        int n = d + 1;
        double sum = 0;
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double spread = covariance[r * n + c];
                sum += spread * (r < d ? numbers[r] : 1) * (c < d ? numbers[c] : 1);
                if (r < d && c < d) {
                    sum += block[r * d + c] * (mean[r] * mean[c] + spread);
                }
            }
        }
        return Math.max(sum, 0);
    }

    /**
     * The column as it is known without one of its cells, whose model's numbers are known with that cell: precision and
     * noise run backwards.
     *
     * @param logit measured
     * @param weight of the cell against one of the column's usual trials
     * @param numbers means of the model's numbers, d
     * @param block their covariance, d x d
     */
    public ColumnBelief without(double logit, double weight, double[] numbers, double[] block) {
        if (own) {
            return this;
        }
        int n = mean.length;
        DMatrixRMaj precision = new DMatrixRMaj(n, n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        if (!solver.setA(new DMatrixRMaj(n, n, true, covariance.clone()))) {
            throw new ArithmeticException("A column's covariance is not positive definite");
        }
        solver.invert(precision);
        CommonOps_DDRM.mult(precision, new DMatrixRMaj(n, 1, true, mean.clone()), right);
        double off = logit - logit(numbers);
        double left = Math.max(cells - 1, 0) + NOISE_CELLS;
        double rest = (noise * (cells + NOISE_CELLS) - weight * (off * off + variance(numbers, block))) / left;
        double lessNoise = Math.min(Math.max(rest, noise / MOST_NOISE_CHANGE), noise * MOST_NOISE_CHANGE);
        double part = weight / noise;
        for (int k = 0; k < HALVINGS; k++, part /= 2) {
            DMatrixRMaj less = precision.copy();
            DMatrixRMaj lessRight = right.copy();
            for (int r = 0; r < n; r++) {
                double m = r < d() ? numbers[r] : 1;
                lessRight.add(r, 0, -part * m * logit);
                for (int c = 0; c < n; c++) {
                    double both = m * (c < d() ? numbers[c] : 1) + (r < d() && c < d() ? block[r * d() + c] : 0);
                    less.add(r, c, -part * both);
                }
            }
            DMatrixRMaj inverse = new DMatrixRMaj(n, n);
            if (solver.setA(less)) {
                solver.invert(inverse);
                DMatrixRMaj found = new DMatrixRMaj(n, 1);
                CommonOps_DDRM.mult(inverse, lessRight, found);
                return new ColumnBelief(found.getData(), inverse.getData(), lessNoise, false, Math.max(cells - 1, 0));
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return "column of " + cells + " cells around " + Arrays.toString(mean);
    }
}
