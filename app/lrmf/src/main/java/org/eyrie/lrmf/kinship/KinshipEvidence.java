package org.eyrie.lrmf.kinship;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How badly relevances explain what was seen of one task: the negative logarithm of evidence times prior, up to a constant, and
 * its slope.
 */
final class KinshipEvidence implements SmoothFunction {

    private final Siblings siblings;
    private final double variance;
    private final double[] start;
    private final double[] values;
    private final double[] noise;
    private final double[][] distances;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj inverse;
    private final LinearSolverDense<DMatrixRMaj> solver;

    /**
     * Of siblings that were seen.
     *
     * @param members which
     * @param values what was seen of each, in logits
     * @param noise its variance
     */
    KinshipEvidence(Siblings siblings, double variance, int[] members, double[] values, double[] noise) {
        int n = members.length;
        this.siblings = siblings;
        this.variance = variance;
        this.start = KinshipPrior.start(siblings);
        this.values = values;
        this.noise = noise;
        this.matrix = new DMatrixRMaj(n, n);
        this.inverse = new DMatrixRMaj(n, n);
        this.solver = LinearSolverFactory_DDRM.chol(n);
        this.distances = new double[n * (n - 1) / 2][];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++, at++) {
                distances[at] = siblings.distances(members[i], members[k]);
            }
        }
    }

    @Override
    public double at(double[] logarithms, double[] slope) {
        int n = values.length;
        int kernels = siblings.kernels();
        SiblingKernel kernel = new SiblingKernel(siblings, variance, logarithms);
        double[][] pieces = new double[distances.length][kernels];
        for (int i = 0, at = 0; i < n; i++) {
            matrix.set(i, i, kernel.prior() + noise[i]);
            for (int k = 0; k < i; k++, at++) {
                kernel.kernels(distances[at], pieces[at]);
                double sum = KinshipPrior.LEVEL;
                for (double piece : pieces[at]) {
                    sum += piece;
                }
                matrix.set(i, k, sum);
                matrix.set(k, i, sum);
            }
        }
        if (!solver.setA(matrix)) {
            return Double.POSITIVE_INFINITY;
        }
        double value = 0;
        for (int i = 0; i < n; i++) {
            value += Math.log(matrix.get(i, i));
        }
        solver.invert(inverse);
        double[] applied = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                applied[i] += inverse.get(i, k) * values[k];
            }
            value += values[i] * applied[i] / 2;
        }
        slopes(kernel, pieces, applied, logarithms, slope);
        for (int h = 0; h < start.length; h++) {
            double off = (logarithms[h] - start[h]) / KinshipPrior.SPREAD;
            value += off * off / 2;
            slope[h] += off / KinshipPrior.SPREAD;
        }
        return value;
    }

    /** Half the trace of (inverse − applied·appliedᵀ) times the derivative of the covariances. */
    private void slopes(
            SiblingKernel kernel, double[][] pieces, double[] applied, double[] logarithms, double[] slope) {
        int kernels = siblings.kernels();
        java.util.Arrays.fill(slope, 0);
        double trace = 0;
        for (int i = 0, at = 0; i < applied.length; i++) {
            trace += inverse.get(i, i) - applied[i] * applied[i];
            for (int k = 0; k < i; k++, at++) {
                double weight = inverse.get(i, k) - applied[i] * applied[k];
                for (int j = 0; j < kernels; j++) {
                    slope[j] += weight * pieces[at][j];
                }
                for (int p = 0; p < siblings.parts(); p++) {
                    slope[kernels + p] -=
                            weight * pieces[at][siblings.kernelOf(p)] * kernel.relevance(p) * distances[at][p] / 2;
                }
            }
        }
        for (int j = 0; j < kernels; j++) {
            slope[j] += trace / 2 * variance * Math.exp(logarithms[j]);
        }
        slope[slope.length - 1] = trace / 2 * kernel.own();
    }
}
