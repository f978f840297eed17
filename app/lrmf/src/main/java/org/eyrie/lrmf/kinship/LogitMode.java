package org.eyrie.lrmf.kinship;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.math.Logistic;

/**
 * The most likely logits of siblings under a kernel and their binomial outcomes, by Newton's method, and the normal
 * observations that come to the same there (Rasmussen and Williams, Gaussian Processes for Machine Learning, 3.4).
 */
final class LogitMode {

    private static final int STEPS = 12;
    private static final double ENOUGH = 1e-3;
    private static final double LONGEST_STEP = 3;
    private static final double FIRST_BOUND = 4;

    /** Least curvature of the likelihood, so that somebody who solves everything does not make noise infinite. */
    private static final double LEAST_WEIGHT = 1e-3;

    private final TaskTrials trials;
    private final double[] values;
    private final double[] noise;
    private final double[] applied;
    private final DMatrixRMaj inverse;

    private LogitMode(TaskTrials trials) {
        int n = trials.count();
        this.trials = trials;
        this.values = new double[n];
        this.noise = new double[n];
        this.applied = new double[n];
        this.inverse = new DMatrixRMaj(n, n);
    }

    /** Found from shares. */
    static LogitMode of(Siblings siblings, SiblingKernel kernel, TaskTrials trials) {
        LogitMode mode = new LogitMode(trials);
        mode.find(siblings, kernel);
        return mode;
    }

    private void find(Siblings siblings, SiblingKernel kernel) {
        int n = trials.count();
        DMatrixRMaj prior = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            prior.set(i, i, kernel.prior());
            for (int k = 0; k < i; k++) {
                double between = kernel.between(siblings.distances(trials.members()[i], trials.members()[k]));
                prior.set(i, k, between);
                prior.set(k, i, between);
            }
        }
        double[] logits = new double[n];
        for (int i = 0; i < n; i++) {
            logits[i] = Math.max(-FIRST_BOUND, Math.min(FIRST_BOUND, trials.logit(i)));
        }
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        DMatrixRMaj solution = new DMatrixRMaj(n, 1);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
        double moved = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            observe(logits);
            matrix.setTo(prior);
            for (int i = 0; i < n; i++) {
                matrix.add(i, i, noise[i]);
                right.set(i, values[i]);
            }
            if (!solver.setA(matrix)) {
                throw new ArithmeticException("Covariances of siblings are not positive definite");
            }
            solver.solve(right, solution);
            System.arraycopy(solution.data, 0, applied, 0, n);
            if (moved < ENOUGH) {
                break;
            }
            moved = 0;
            for (int i = 0; i < n; i++) {
                double move = values[i] - noise[i] * applied[i] - logits[i];
                logits[i] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, move));
                moved = Math.max(moved, Math.abs(move));
            }
        }
        solver.invert(inverse);
    }

    private void observe(double[] logits) {
        for (int i = 0; i < logits.length; i++) {
            double chance = Logistic.of(logits[i]);
            int asked = trials.asked()[i];
            double weight = Math.max(LEAST_WEIGHT, asked * chance * (1 - chance));
            values[i] = logits[i] + (trials.solved()[i] - asked * chance) / weight;
            noise[i] = 1 / weight;
        }
    }

    /** Normal observations, in logits, that come to the same at the mode. */
    double[] values() {
        return values;
    }

    /** Their variances. */
    double[] noise() {
        return noise;
    }

    /** Inverse of covariances plus noise, times the observations. */
    double[] applied() {
        return applied;
    }

    /** Inverse of covariances plus noise. */
    DMatrixRMaj inverse() {
        return inverse;
    }
}
