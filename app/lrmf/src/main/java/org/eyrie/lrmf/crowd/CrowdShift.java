package org.eyrie.lrmf.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.OwnCells;

/**
 * How far predictions go from what lineage expects of a model towards what the crowd does, before its own scores speak:
 * so far, in each column that has a number of its own, as was learned.
 */
public final class CrowdShift {

    /** No step at all. */
    public static final CrowdShift NONE = new CrowdShift(Crowd.none(), new double[0], new double[0]);

    private final Crowd crowd;
    private final double[] weight;
    private final double[] future;

    /**
     * @param weight per column, 0 to 1: which part of the way is gone
     * @param future the same for models that were published after all that were measured
     */
    public CrowdShift(Crowd crowd, double[] weight, double[] future) {
        this.crowd = crowd;
        this.weight = weight;
        this.future = future;
    }

    /** Whether nothing is ever added. */
    public boolean isNone() {
        return Arrays.stream(weight).allMatch(each -> each == 0)
                && Arrays.stream(future).allMatch(each -> each == 0);
    }

    /** What expects. */
    public Crowd crowd() {
        return crowd;
    }

    /**
     * What is added to a model's numbers. Its own scores have their say of it: what they tell of the numbers they tell of
     * these too.
     *
     * @param expected by the crowd, a logit per column, NaN where nothing is
     * @param cold the model as it is known without any of its own cells
     * @param kept places of the own cells that are used
     * @param toCome whether the model was published after all that were measured
     */
    public double[] added(
            double[] expected,
            OwnCells cold,
            int[] kept,
            ObservedCells cells,
            ColumnParameters columns,
            boolean toCome) {
        double[] part = toCome ? future : weight;
        int d = columns.d();
        double[] step = new double[d];
        boolean any = false;
        for (int i = 0; i < part.length; i++) {
            if (part[i] > 0 && columns.own()[i] && !Double.isNaN(expected[i])) {
                step[number(columns, i)] = part[i] * (expected[i] - columns.predict(i, cold.mean(), 0));
                any = true;
            }
        }
        return any && kept.length > 0 ? corrected(step, cold.covariance(), kept, cells, columns) : step;
    }

    /** Which of the numbers a column is. */
    private static int number(ColumnParameters columns, int column) {
        int d = columns.d();
        for (int k = 0; k < d; k++) {
            if (columns.loading()[column * d + k] != 0) {
                return k;
            }
        }
        throw new IllegalArgumentException("Column " + column + " has no number of its own");
    }

    /** (I − Σ Xᵀ (X Σ Xᵀ + S)⁻¹ X) step. */
    private static double[] corrected(
            double[] step, double[] covariance, int[] kept, ObservedCells cells, ColumnParameters columns) {
        int d = columns.d();
        int k = kept.length;
        DMatrixRMaj x = new DMatrixRMaj(k, d);
        DMatrixRMaj inner = new DMatrixRMaj(k, k);
        DMatrixRMaj seen = new DMatrixRMaj(k, 1);
        for (int a = 0; a < k; a++) {
            int i = cells.column[kept[a]];
            System.arraycopy(columns.loading(), i * d, x.getData(), a * d, d);
            inner.set(a, a, columns.evidenceNoise(i, cells.trials[kept[a]]));
            seen.set(a, columns.along(i, step, 0));
        }
        DMatrixRMaj xSigma = new DMatrixRMaj(k, d);
        CommonOps_DDRM.mult(x, DMatrixRMaj.wrap(d, d, covariance), xSigma);
        CommonOps_DDRM.multAddTransB(xSigma, x, inner);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(k);
        if (!solver.setA(inner)) {
            return step;
        }
        DMatrixRMaj solved = new DMatrixRMaj(k, 1);
        solver.solve(seen, solved);
        DMatrixRMaj result = DMatrixRMaj.wrap(d, 1, step);
        CommonOps_DDRM.multAddTransA(-1, xSigma, solved, result);
        return step;
    }

    /** As what {@link #read} reads. */
    public void write(DataOutputStream out) throws IOException {
        boolean none = isNone();
        out.writeInt(none ? 0 : weight.length);
        if (!none) {
            for (int i = 0; i < weight.length; i++) {
                out.writeDouble(weight[i]);
                out.writeDouble(future[i]);
            }
            crowd.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param columns of the fit
     */
    public static CrowdShift read(DataInputStream in, int columns) throws IOException {
        int length = in.readInt();
        if (length == 0) {
            return NONE;
        }
        if (length != columns) {
            throw new IOException("there should be " + columns + " weights, not " + length);
        }
        double[] weight = new double[length];
        double[] future = new double[length];
        for (int i = 0; i < length; i++) {
            weight[i] = in.readDouble();
            future[i] = in.readDouble();
        }
        return new CrowdShift(Crowd.read(in), weight, future);
    }
}
