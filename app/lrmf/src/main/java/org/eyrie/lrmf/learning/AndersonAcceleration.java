package org.eyrie.lrmf.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Anderson's (1965) acceleration of a fixed-point iteration g = F(x): of the last few steps the combination whose
 * residual g − x is least is taken further. Expectation maximisation by itself leaves an eighth of the way undone for
 * every tenth it goes; see Henderson and Varadhan (2019) for the pair.
 */
final class AndersonAcceleration {

    private static final int REMEMBERED = 6;
    private static final double RIDGE = 1e-8;

    private final Deque<double[]> points = new ArrayDeque<>();
    private final Deque<double[]> residuals = new ArrayDeque<>();

    /** The point to go on from, given the last one and where a plain step leads from there. */
    double[] next(double[] x, double[] g) {
        double[] residual = difference(g, x);
        points.addLast(x.clone());
        residuals.addLast(residual);
        if (points.size() > REMEMBERED) {
            points.removeFirst();
            residuals.removeFirst();
        }
        if (points.size() == 1) {
            return g.clone();
        }
        List<double[]> pointSteps = steps(points);
        List<double[]> residualSteps = steps(residuals);
        double[] share = leastSquares(residualSteps, residual);
        double[] result = g.clone();
        for (int k = 0; k < share.length; k++) {
            for (int i = 0; i < result.length; i++) {
                result[i] -= share[k] * (pointSteps.get(k)[i] + residualSteps.get(k)[i]);
            }
        }
        return result;
    }

    /** Forgets everything: the last proposal was no good. */
    void reset() {
        points.clear();
        residuals.clear();
    }

    private static List<double[]> steps(Deque<double[]> sequence) {
        List<double[]> all = new ArrayList<>(sequence);
        List<double[]> steps = new ArrayList<>();
        for (int k = 1; k < all.size(); k++) {
            steps.add(difference(all.get(k), all.get(k - 1)));
        }
        return steps;
    }

    private static double[] leastSquares(List<double[]> columns, double[] target) {
        int m = columns.size();
        DMatrixRMaj normal = new DMatrixRMaj(m, m);
        DMatrixRMaj right = new DMatrixRMaj(m, 1);
        for (int k = 0; k < m; k++) {
            for (int l = 0; l < m; l++) {
                normal.set(k, l, dot(columns.get(k), columns.get(l)));
            }
            right.set(k, dot(columns.get(k), target));
        }
        double ridge = RIDGE * CommonOps_DDRM.trace(normal) + Double.MIN_NORMAL;
        for (int k = 0; k < m; k++) {
            normal.add(k, k, ridge);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(m);
        DMatrixRMaj share = new DMatrixRMaj(m, 1);
        if (solver.setA(normal)) {
            solver.solve(right, share);
        }
        return share.getData();
    }

    private static double[] difference(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
