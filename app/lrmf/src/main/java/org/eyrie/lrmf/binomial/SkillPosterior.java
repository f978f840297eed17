package org.eyrie.lrmf.binomial;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What is known of one model's skills: a normal distribution over d numbers, and the columns it is asked about. New
 * outcomes of the model are taken in by conditioning, the columns held, without another fit.
 */
public final class SkillPosterior {

    private static final int MAX_STEPS = 50;
    private static final double TOLERANCE = 1e-10;

    private final Factors columns;
    private final double[] mean;
    private final double[] covariance;

    SkillPosterior(Factors columns, double[] mean, double[] covariance) {
        this.columns = columns;
        this.mean = mean;
        this.covariance = covariance;
    }

    /** Number of skills d. */
    public int rank() {
        return mean.length;
    }

    /** Expected skills, a copy of d numbers. */
    public double[] mean() {
        return mean.clone();
    }

    /** Covariance of the skills, a copy of d x d numbers row by row. */
    public double[] covariance() {
        return covariance.clone();
    }

    /** Expected logit of success at a column. */
    public double logit(int column) {
        double sum = columns.get(column, rank());
        for (int k = 0; k < rank(); k++) {
            sum += mean[k] * columns.get(column, k);
        }
        return sum;
    }

    /** Variance of the logit at a column, that of the model's skills only. */
    public double logitVariance(int column) {
        double sum = 0;
        for (int j = 0; j < rank(); j++) {
            for (int k = 0; k < rank(); k++) {
                sum += covariance[j * rank() + k] * columns.get(column, j) * columns.get(column, k);
            }
        }
        return Math.max(0, sum);
    }

    /** P(success) at a column, averaged over the posterior (MacKay 1992). */
    public double probability(int column) {
        return 1 / (1 + Math.exp(-logit(column) / Math.sqrt(1 + Math.PI / 8 * logitVariance(column))));
    }

    /** Component k of a column's loadings. */
    double loading(int column, int k) {
        return columns.get(column, k);
    }

    /**
     * What is known once more outcomes of the model were seen, by repeated quadratic bounds until they no longer move.
     *
     * @param column columns that were asked, none twice, none that the posterior has seen already
     * @param success whether each was answered correctly
     */
    public SkillPosterior given(int[] column, boolean[] success) {
        if (column.length != success.length) {
            throw new IllegalArgumentException(column.length + " columns, but " + success.length + " outcomes");
        }
        int d = rank();
        DMatrixRMaj prior = new DMatrixRMaj(d, d);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(d);
        if (!solver.setA(DMatrixRMaj.wrap(d, d, covariance.clone()))) {
            throw new ArithmeticException("The covariance of the skills is not positive definite");
        }
        solver.invert(prior);
        DMatrixRMaj priorMean = new DMatrixRMaj(d, 1);
        CommonOps_DDRM.mult(prior, DMatrixRMaj.wrap(d, 1, mean.clone()), priorMean);

        SkillPosterior now = this;
        double moved = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && moved > TOLERANCE; step++) {
            SkillPosterior next = now.step(column, success, prior, priorMean, solver);
            moved = 0;
            for (int k = 0; k < d; k++) {
                moved = Math.max(moved, Math.abs(next.mean[k] - now.mean[k]));
            }
            now = next;
        }
        return now;
    }

    private SkillPosterior step(
            int[] column,
            boolean[] success,
            DMatrixRMaj prior,
            DMatrixRMaj priorMean,
            LinearSolverDense<DMatrixRMaj> solver) {
        int d = rank();
        DMatrixRMaj precision = prior.copy();
        DMatrixRMaj right = priorMean.copy();
        for (int c = 0; c < column.length; c++) {
            int i = column[c];
            double logit = logit(i);
            double weight = PolyaGamma.exact(Math.sqrt(logit * logit + logitVariance(i)));
            double pull = (success[c] ? 0.5 : -0.5) - weight * loading(i, d);
            for (int j = 0; j < d; j++) {
                right.data[j] += pull * loading(i, j);
                for (int k = 0; k < d; k++) {
                    precision.data[j * d + k] += weight * loading(i, j) * loading(i, k);
                }
            }
        }
        if (!solver.setA(precision)) {
            throw new ArithmeticException("The precision of the skills is not positive definite");
        }
        DMatrixRMaj newCovariance = new DMatrixRMaj(d, d);
        solver.invert(newCovariance);
        DMatrixRMaj newMean = new DMatrixRMaj(d, 1);
        CommonOps_DDRM.mult(newCovariance, right, newMean);
        return new SkillPosterior(columns, newMean.data, newCovariance.data);
    }
}
