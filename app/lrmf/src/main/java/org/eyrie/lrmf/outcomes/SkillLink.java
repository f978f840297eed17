package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Skills as expected from covariates: m = Bᵀ w, B q x d. Lineage then speaks of what is left, m − Bᵀ w. Learned by least
 * squares over the same residuals that lineage holds small, so a child's covariates count by how far they differ from
 * its parents'.
 */
final class SkillLink implements Serializable {

    /** How many residuals a coefficient of zero is worth. */
    private static final double RIDGE = 1;

    final int count;
    final int d;
    final double[] coefficient;

    SkillLink(int count, int d, double[] coefficient) {
        this.count = count;
        this.d = d;
        this.coefficient = coefficient;
    }

    /** Expects nothing. */
    static SkillLink none(int count, int d) {
        return new SkillLink(count, d, new double[count * d]);
    }

    /** Expected skills of all models, n x d. */
    double[] expected(Covariates covariates, int models) {
        double[] expected = new double[models * d];
        for (int u = 0; u < models; u++) {
            for (int c = 0; c < count; c++) {
                double w = covariates.value()[u * count + c];
                for (int j = 0; j < d; j++) {
                    expected[u * d + j] += w * coefficient[c * d + j];
                }
            }
        }
        return expected;
    }

    /**
     * The link under which residuals are smallest.
     *
     * @param sums of all models
     */
    static SkillLink learned(LinkSums sums) {
        int q = sums.count();
        int d = q == 0 ? 0 : sums.right().length / q;
        DMatrixRMaj normal = DMatrixRMaj.wrap(q, q, sums.normal().clone());
        DMatrixRMaj right = DMatrixRMaj.wrap(q, d, sums.right().clone());
        for (int c = 0; c < q; c++) {
            normal.add(c, c, RIDGE);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(q);
        if (!solver.setA(normal)) {
            throw new ArithmeticException("The covariates' normal equations are not positive definite");
        }
        solver.solve(right, right);
        return new SkillLink(q, d, right.data);
    }
}
