package org.eyrie.lrmf.field;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.ConjugateGradients;

/**
 * Drifts at their best, the nodes integrated out, for given strengths. Nodes and drifts minimise one quadratic form;
 * eliminating the nodes leaves a system in the drifts alone, of which a product costs one solve of the field. Conjugate
 * gradients solve it, preconditioned by the drifts' own block, whose factor is dense: a few hundred rows.
 *
 * <p>As nodes the drifts would be joined to every model and to each other: 2.0 million block products in place of a few
 * hundred thousand on the leaderboard.
 */
final class FixedEffectSystem {

    private static final int MOST_STEPS = 40;
    private static final double TOLERANCE = 1e-3;

    /** Energy of a residual that is rounding alone. */
    private static final double LEAST = 1e-18;

    private final FieldSystem system;
    private final BlockCholesky factor;
    private final FixedEffectProducts drifts;
    private final double[][] precision;
    private final double[] prior;
    private final int size;

    /** @param prior precision of each drift, d x d, one after the other */
    FixedEffectSystem(
            FieldSystem system,
            BlockCholesky factor,
            FixedEffectProducts drifts,
            double[][] precision,
            double[] prior) {
        this.system = system;
        this.factor = factor;
        this.drifts = drifts;
        this.precision = precision;
        this.prior = prior;
        this.size = system.terms.drifts * system.d;
    }

    /** Solves, starting from {@code start}, given the means without any drift. */
    double[] solve(double[] meanWithoutDrift, double[] start) {
        double[] drift = start.clone();
        double[] residual = gather(meanWithoutDrift); // Eᵀ Λ C m
        subtract(residual, product(drift));
        LinearSolverDense<DMatrixRMaj> own = ownBlock();
        UnaryOperator<double[]> preconditioner = vector -> {
            double[] z = new double[size];
            own.solve(DMatrixRMaj.wrap(size, 1, vector), DMatrixRMaj.wrap(size, 1, z));
            return z;
        };
        double energy = Math.max(
                ConjugateGradients.dot(residual, preconditioner.apply(residual)),
                ConjugateGradients.dot(gather(meanWithoutDrift), drift));
        new ConjugateGradients(this::product, preconditioner, () -> {})
                .improve(drift, residual, Math.max(LEAST, TOLERANCE * TOLERANCE * energy), MOST_STEPS);
        return drift;
    }

    /** (P + Eᵀ Λ E − Eᵀ Λ C Q⁻¹ Cᵀ Λ E) δ. */
    private double[] product(double[] drift) {
        double[] x = new double[system.nodes * system.d];
        drifts.addShift(x, drift);
        factor.solve(x);
        double[] result = new double[size];
        drifts.addGradient(result, drift, x);
        int d = system.d;
        for (int k = 0; k < system.terms.drifts; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    result[k * d + i] += prior[(k * d + i) * d + j] * drift[k * d + j];
                }
            }
        }
        return result;
    }

    private double[] gather(double[] mean) {
        double[] result = new double[size];
        drifts.addGradient(result, new double[size], mean);
        for (int i = 0; i < size; i++) {
            result[i] = -result[i];
        }
        return result;
    }

    /** P + Eᵀ Λ E, factorised. */
    private LinearSolverDense<DMatrixRMaj> ownBlock() {
        int d = system.d;
        DMatrixRMaj block = new DMatrixRMaj(size, size);
        for (int k = 0; k < system.terms.drifts; k++) {
            add(block, k, k, prior, k * d * d, 1);
        }
        PenaltyTerms terms = system.terms;
        for (int f = 0; f < terms.count(); f++) {
            for (int a = terms.driftStart[f]; a < terms.driftStart[f + 1]; a++) {
                for (int b = terms.driftStart[f]; b < terms.driftStart[f + 1]; b++) {
                    add(block, terms.drift[a], terms.drift[b], precision[terms.classOf[f]], 0, terms.weight[f]);
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
        if (!solver.setA(block)) {
            throw new ArithmeticException("The drifts are not determined");
        }
        return solver;
    }

    private void add(DMatrixRMaj to, int k, int l, double[] block, int offset, double weight) {
        int d = system.d;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                to.add(k * d + i, l * d + j, weight * block[offset + i * d + j]);
            }
        }
    }

    private static void subtract(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] -= b[i];
        }
    }
}
