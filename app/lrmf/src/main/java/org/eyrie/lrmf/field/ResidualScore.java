package org.eyrie.lrmf.field;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * How far the residual of a term lies beyond what its class is used to.
 *
 * <p>In units of the class's spread let the residual have posterior mean r and, along an axis, variance ρ of 1 before
 * anything was measured. Then r / √(1 − ρ) is standard normal if the term is right: what everything else says of the
 * residual, compared with what the term says, each with its uncertainty. Axes of which nothing else says anything
 * (ρ near 1) do not count.
 */
public final class ResidualScore {

    /** An axis counts where measurements took away that share of its variance. */
    private static final double LEAST_INFORMATION = 0.1;

    private ResidualScore() {}

    /**
     * How far a node's own term, the one it comes first in, lies beyond what terms of its class are used to.
     *
     * @return a standard normal score, large where the term is wrong; NaN where nothing was measured that could contradict
     *     it
     */
    public static double ofOwnTerm(FieldPosterior posterior, int node) {
        return of(posterior, posterior.system().termOf(node));
    }

    /**
     * Standard normal score of the residual's length; large where the term is wrong.
     *
     * @return NaN where nothing was measured that could contradict the term
     */
    static double of(FieldPosterior posterior, int term) {
        FieldStructure system = posterior.system();
        int d = system.d;
        PenaltyTerms terms = system.terms;
        double[] c = posterior.coefficients();
        DMatrixRMaj spread = new DMatrixRMaj(d, d);
        DMatrixRMaj residual = new DMatrixRMaj(d, 1);
        double[] block = new double[d * d];
        for (int a = terms.start[term]; a < terms.start[term + 1]; a++) {
            for (int i = 0; i < d; i++) {
                residual.add(i, 0, c[a * d + i] * posterior.mean()[terms.node[a] * d + i]);
            }
            for (int b = terms.start[term]; b < terms.start[term + 1]; b++) {
                posterior.covariance().read(terms.node[a], terms.node[b], block, 0);
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        spread.add(i, j, c[a * d + i] * block[i * d + j] * c[b * d + j]);
                    }
                }
            }
        }
        for (int k = terms.driftStart[term]; k < terms.driftStart[term + 1]; k++) {
            for (int i = 0; i < d; i++) {
                double step = posterior.strengths().drift()[terms.drift[k] * d + i];
                residual.add(i, 0, -terms.driftWeight[k] * step);
            }
        }
        DMatrixRMaj white = whitening(posterior.strengths().covariance()[terms.classOf[term]], terms.weight[term], d);
        DMatrixRMaj standard = new DMatrixRMaj(d, 1);
        CommonOps_DDRM.mult(white, residual, standard);
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj share = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(white, spread, half);
        CommonOps_DDRM.multTransB(half, white, share);
        return score(standard, share);
    }

    /** L⁻¹ of Σ / weight = L Lᵀ. */
    private static DMatrixRMaj whitening(double[] covariance, double weight, int d) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(d, true);
        DMatrixRMaj scaled = new DMatrixRMaj(d, d, true, covariance.clone());
        CommonOps_DDRM.divide(scaled, weight);
        if (!cholesky.decompose(scaled)) {
            throw new ArithmeticException("A strength's covariance is not positive definite");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(d, d);
        if (!CommonOps_DDRM.invert(cholesky.getT(null), inverse)) {
            throw new ArithmeticException("A strength's covariance has no inverse");
        }
        return inverse;
    }

    private static double score(DMatrixRMaj residual, DMatrixRMaj spread) {
        int d = residual.getNumRows();
        DMatrixRMaj symmetric = new DMatrixRMaj(d, d);
        CommonOps_DDRM.transpose(spread, symmetric);
        CommonOps_DDRM.add(0.5, spread, 0.5, symmetric, symmetric);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new ArithmeticException("The spread of a residual has no eigenvalues");
        }
        double sum = 0;
        int axes = 0;
        for (int k = 0; k < d; k++) {
            double informed = 1 - eigen.getEigenvalue(k).getReal();
            if (informed > LEAST_INFORMATION) {
                double along = CommonOps_DDRM.dot(eigen.getEigenVector(k), residual);
                sum += along * along / informed;
                axes++;
            }
        }
        return axes == 0 ? Double.NaN : normalScore(sum, axes);
    }

    /** From χ² to a standard normal score (Wilson and Hilferty 1931). */
    private static double normalScore(double chiSquared, int degrees) {
        double step = 2.0 / (9 * degrees);
        return (Math.cbrt(chiSquared / degrees) - (1 - step)) / Math.sqrt(step);
    }
}
