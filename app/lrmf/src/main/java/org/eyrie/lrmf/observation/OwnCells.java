package org.eyrie.lrmf.observation;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A model's posterior without some of its own cells, in closed form. With Σ its covariance, X the loadings and S the
 * noise of the cells left out, the gain K = Σ Xᵀ (S − X Σ Xᵀ)⁻¹ turns the mean m into m − K (y − b − X m) and Σ into
 * Σ + K X Σ: conditioning run backwards.
 *
 * @param mean d numbers
 * @param covariance d x d
 * @param transform I + K X, d x d: what becomes of any other contribution to the mean
 */
@SuppressWarnings("ArrayRecordComponent")
public record OwnCells(double[] mean, double[] covariance, double[] transform) {

    /** With all its cells. */
    static OwnCells all(double[] mean, double[] covariance, int d) {
        double[] transform = new double[d * d];
        for (int i = 0; i < d; i++) {
            transform[i * d + i] = 1;
        }
        return new OwnCells(mean, covariance, transform);
    }

    /** The same with something added to the mean, d numbers. */
    public OwnCells moved(double[] step) {
        double[] there = mean.clone();
        for (int k = 0; k < there.length; k++) {
            there[k] += step[k];
        }
        return new OwnCells(there, covariance, transform);
    }

    /** The same with what something else's uncertainty contributes, carried along: T (Σ − Σ given that) Tᵀ more. */
    public OwnCells widened(double[] joint, double[] given) {
        int d = mean.length;
        double[] result = covariance.clone();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int r = 0; r < d; r++) {
                    for (int c = 0; c < d; c++) {
                        double extra = joint[r * d + c] - given[r * d + c];
                        result[i * d + j] += transform[i * d + r] * extra * transform[j * d + c];
                    }
                }
            }
        }
        return new OwnCells(mean, result, transform);
    }

    /**
     * Without the cells at these places of the table.
     *
     * @return empty where the covariance does not fit the cells, that is, was not made with them
     */
    public static Optional<OwnCells> without(
            int[] left, ObservedCells cells, ColumnParameters columns, double[] mean, double[] covariance) {
        int d = columns.d();
        int k = left.length;
        if (k == 0) {
            return Optional.of(all(mean, covariance, d));
        }
        DMatrixRMaj x = new DMatrixRMaj(k, d);
        DMatrixRMaj residual = new DMatrixRMaj(k, 1);
        DMatrixRMaj inner = new DMatrixRMaj(k, k);
        for (int a = 0; a < k; a++) {
            int i = cells.column[left[a]];
            System.arraycopy(columns.loading(), i * d, x.getData(), a * d, d);
            residual.set(a, cells.logit[left[a]] - columns.predict(i, mean, 0));
            inner.set(a, a, columns.evidenceNoise(i, cells.trials[left[a]]));
        }
        DMatrixRMaj sigma = DMatrixRMaj.wrap(d, d, covariance);
        DMatrixRMaj xSigma = new DMatrixRMaj(k, d);
        CommonOps_DDRM.mult(x, sigma, xSigma);
        CommonOps_DDRM.multAddTransB(-1, xSigma, x, inner);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(k);
        if (!solver.setA(inner)) {
            return Optional.empty();
        }
        DMatrixRMaj gainTransposed = new DMatrixRMaj(k, d);
        solver.solve(xSigma, gainTransposed);
        DMatrixRMaj newMean = DMatrixRMaj.wrap(d, 1, mean.clone());
        CommonOps_DDRM.multAddTransA(-1, gainTransposed, residual, newMean);
        DMatrixRMaj newSigma = sigma.copy();
        CommonOps_DDRM.multAddTransA(gainTransposed, xSigma, newSigma);
        DMatrixRMaj transform = CommonOps_DDRM.identity(d);
        CommonOps_DDRM.multAddTransA(gainTransposed, x, transform);
        return Optional.of(new OwnCells(newMean.getData(), newSigma.getData(), transform.getData()));
    }
}
