package org.eyrie.lrmf.outcomes;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.linalg.Symmetric;
import org.eyrie.lrmf.math.Logistic;

/**
 * What is known of one model's skills: a normal distribution over d numbers, and the columns it is asked about. New
 * outcomes of the model are taken in by conditioning, the columns held, without another fit.
 */
public final class SkillPosterior {

    /** In units of the variance between founders, which is 1: some doubt always remains before an item was run. */
    private static final double SUREST = 0.02;

    private static final int MAX_STEPS = 50;
    private static final double TOLERANCE = 1e-6;

    private final Factors columns;
    private final double[] mean;
    private final double[] covariance;
    private final double[] square;
    private final double[] offset;

    SkillPosterior(Factors columns, double[] mean, double[] covariance) {
        this(columns, mean, covariance, new double[0]);
    }

    private SkillPosterior(Factors columns, double[] mean, double[] covariance, double[] offset) {
        this.columns = columns;
        this.mean = mean;
        this.covariance = covariance;
        this.offset = offset;
        QuadraticBound bound = new QuadraticBound(columns);
        bound.touch(mean, 0, covariance, 0);
        this.square = bound.self;
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

    /** The same skills elsewhere, {@code shift} further. */
    public SkillPosterior shifted(double[] shift) {
        return new SkillPosterior(columns, sum(mean, shift), covariance, offset);
    }

    /**
     * The same skills elsewhere, and more or less surely.
     *
     * @param shift added to the mean, d numbers
     * @param extra added to the covariance, d x d; no direction becomes surer than to a variance of {@value #SUREST}
     */
    public SkillPosterior shifted(double[] shift, double[] extra) {
        double[] wider = Symmetric.floored(sum(covariance, extra), rank(), SUREST);
        return new SkillPosterior(columns, sum(mean, shift), wider, offset);
    }

    /**
     * The same skills of a model that finds single columns easier or harder than its skills say.
     *
     * @param logits added to every column's logit, m numbers
     */
    public SkillPosterior offsetBy(double[] logits) {
        if (logits.length != columns.count()) {
            throw new IllegalArgumentException(logits.length + " offsets for " + columns.count() + " columns");
        }
        return new SkillPosterior(columns, mean, covariance, offset.length == 0 ? logits.clone() : sum(offset, logits));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += b[k];
        }
        return sum;
    }

    private double offset(int column) {
        return offset.length == 0 ? 0 : offset[column];
    }

    /** Expected logit of success at a column. */
    public double logit(int column) {
        return offset(column) + skillLogit(column);
    }

    private double skillLogit(int column) {
        double sum = columns.get(column, rank());
        for (int k = 0; k < rank(); k++) {
            sum += mean[k] * columns.get(column, k);
        }
        return sum;
    }

    /** Variance of the logit at a column: what is open of the model's skills and of the column itself. */
    public double logitVariance(int column) {
        float[] outers = columns.outers();
        int from = column * columns.stride().outer();
        double sum = 0;
        for (int at = 0; at < square.length; at++) {
            sum += square[at] * outers[from + at];
        }
        double logit = skillLogit(column);
        return Math.max(0, sum - logit * logit);
    }

    /** P(success) at a column, averaged over the posterior (MacKay 1992). */
    public double probability(int column) {
        return Logistic.of(logit(column) / Math.sqrt(1 + Math.PI / 8 * logitVariance(column)));
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

        QuadraticBound bound = new QuadraticBound(columns);
        SkillPosterior now = this;
        double moved = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && moved > TOLERANCE; step++) {
            bound.touch(now.mean, 0, now.covariance, 0);
            for (int c = 0; c < column.length; c++) {
                bound.add(column[c], success[c], offset(column[c]));
            }
            SkillPosterior next = step(bound, prior, priorMean, solver);
            moved = 0;
            for (int k = 0; k < d; k++) {
                moved = Math.max(moved, Math.abs(next.mean[k] - now.mean[k]));
            }
            now = next;
        }
        return now;
    }

    private SkillPosterior step(
            QuadraticBound bound, DMatrixRMaj prior, DMatrixRMaj priorMean, LinearSolverDense<DMatrixRMaj> solver) {
        int d = rank();
        DMatrixRMaj precision = prior.copy();
        CommonOps_DDRM.addEquals(precision, DMatrixRMaj.wrap(d, d, bound.gram));
        DMatrixRMaj right = priorMean.copy();
        CommonOps_DDRM.addEquals(right, DMatrixRMaj.wrap(d, 1, bound.linear));
        if (!solver.setA(precision)) {
            throw new ArithmeticException("The precision of the skills is not positive definite");
        }
        DMatrixRMaj newCovariance = new DMatrixRMaj(d, d);
        solver.invert(newCovariance);
        DMatrixRMaj newMean = new DMatrixRMaj(d, 1);
        CommonOps_DDRM.mult(newCovariance, right, newMean);
        return new SkillPosterior(columns, newMean.data, newCovariance.data, offset);
    }
}
