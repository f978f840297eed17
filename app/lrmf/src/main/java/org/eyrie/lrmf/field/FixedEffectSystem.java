package org.eyrie.lrmf.field;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.linalg.ConjugateGradients;
import org.eyrie.task.Progress;

/**
 * Fixed effects at their best, the nodes integrated out, for given strengths. Nodes and effects minimise one quadratic
 * form; eliminating the nodes leaves a system in the effects alone, of which a product costs one solve of the field, or
 * of every family's. Conjugate gradients solve it, preconditioned by the effects' own block, whose factor is dense: a few
 * hundred rows.
 *
 * <p>As nodes the effects would be joined to every model and to each other: 2.0 million block products in place of a few
 * hundred thousand on the leaderboard.
 */
public final class FixedEffectSystem {

    private static final int MOST_STEPS = 40;
    private static final double TOLERANCE = 1e-3;

    /** Energy of a residual that is rounding alone. */
    private static final double LEAST = 1e-18;

    private final int d;
    private final double[] prior;
    private final double[] own;
    private final UnaryOperator<double[]> coupling;
    private final int size;

    /**
     * A system.
     *
     * @param d numbers per effect
     * @param prior precision P of each effect, d x d, one after the other
     * @param own Eᵀ Λ E, dense, row by row
     * @param coupling Eᵀ Λ (E δ − C Q⁻¹ Cᵀ Λ E δ) of given effects δ, as a new array
     */
    public FixedEffectSystem(int d, double[] prior, double[] own, UnaryOperator<double[]> coupling) {
        this.d = d;
        this.prior = prior;
        this.own = own;
        this.coupling = coupling;
        this.size = prior.length / d;
    }

    /**
     * Solves.
     *
     * @param pull Eᵀ Λ C m of the nodes' means m without any effect
     * @param start effects to start from
     */
    public double[] solve(double[] pull, double[] start) {
        double[] effects = start.clone();
        double[] residual = pull.clone();
        double[] image = product(effects);
        for (int i = 0; i < size; i++) {
            residual[i] -= image[i];
        }
        LinearSolverDense<DMatrixRMaj> ownBlock = factorised();
        UnaryOperator<double[]> preconditioner = vector -> {
            double[] z = new double[size];
            ownBlock.solve(DMatrixRMaj.wrap(size, 1, vector), DMatrixRMaj.wrap(size, 1, z));
            return z;
        };
        double energy = Math.max(
                ConjugateGradients.dot(residual, preconditioner.apply(residual)),
                ConjugateGradients.dot(pull, effects));
        new ConjugateGradients(this::product, preconditioner, Progress.NONE)
                .improve(effects, residual, Math.max(LEAST, TOLERANCE * TOLERANCE * energy), MOST_STEPS);
        return effects;
    }

    /** (P + Eᵀ Λ E − Eᵀ Λ C Q⁻¹ Cᵀ Λ E) δ. */
    private double[] product(double[] effects) {
        double[] result = coupling.apply(effects);
        for (int k = 0; k < size / d; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    result[k * d + i] += prior[(k * d + i) * d + j] * effects[k * d + j];
                }
            }
        }
        return result;
    }

    /** P + Eᵀ Λ E, factorised. */
    private LinearSolverDense<DMatrixRMaj> factorised() {
        DMatrixRMaj block = new DMatrixRMaj(size, size, true, own.clone());
        for (int k = 0; k < size / d; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    block.add(k * d + i, k * d + j, prior[(k * d + i) * d + j]);
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
        if (!solver.setA(block)) {
            throw new ArithmeticException("The fixed effects are not determined");
        }
        return solver;
    }
}
