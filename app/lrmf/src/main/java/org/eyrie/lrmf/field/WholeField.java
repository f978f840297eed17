package org.eyrie.lrmf.field;

import java.util.Arrays;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.ConjugateGradients;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Solves the whole field, cut or not. One that was cut is solved by conjugate gradients with
 * the factor of the cut field as preconditioner: the copies' entries of a right-hand side are zero, those of a solution
 * are dropped, which is the inverse of the Schur complement and so symmetric and positive definite.
 */
final class WholeField {

    private static final int MOST_STEPS = 1000;

    /** Error left in influences, relative to the solution, in the energy norm. */
    private static final double TOLERANCE = 1e-8;

    final FieldStructure system;
    final double[] coefficients;
    final double[][] precisions;
    final BlockCholesky factor;
    final NodeEvidence evidence;
    final CutReplicas copies;
    private double[] data = new double[0];

    WholeField(
            FieldStructure system,
            double[] coefficients,
            double[][] precisions,
            NodeEvidence evidence,
            CutReplicas copies,
            BlockCholesky factor) {
        this.system = system;
        this.coefficients = coefficients;
        this.precisions = precisions;
        this.evidence = evidence;
        this.copies = copies;
        this.factor = factor;
    }

    /** Replaces a right-hand side that is zero on copies and boundary by its solution, zero there too. */
    void solve(double[] x) {
        if (system.cuts() == 0) {
            factor.solve(x);
            return;
        }
        double[] residual = x.clone();
        Arrays.fill(x, 0);
        double energy = ConjugateGradients.dot(residual, preconditioned(residual));
        iterate(x, residual, TOLERANCE * TOLERANCE * energy, Progress.NONE);
    }

    /**
     * Improves the cut field's means, x, until they are the whole field's; copies get the means of their originals.
     *
     * @param start other means, as those of a sweep before; taken in place of x if they are nearer
     * @param tolerance error left, relative to the solution, in the energy norm
     */
    void refine(double[] x, double @Nullable [] start, Strengths strengths, double tolerance, Progress progress) {
        int d = system.d;
        double[] wanted = new double[x.length];
        double[] unused = new double[d * d];
        for (int node = 0; node < system.symbolic.free(); node++) {
            if (!system.cut.isCopy(node)) {
                evidence.addTo(node, unused, 0, wanted, node * d);
            }
        }
        new FixedEffectProducts(system.cut.whole(), d, coefficients, precisions).addShift(wanted, strengths.drift());
        clearCopies(x);
        double[] image = times(x);
        if (start != null) {
            double[] other = start.clone();
            clearCopies(other);
            double[] otherImage = times(other);
            if (energy(other, otherImage, wanted) < energy(x, image, wanted)) {
                System.arraycopy(other, 0, x, 0, x.length);
                image = otherImage;
            }
        }
        double energy = ConjugateGradients.dot(image, x);
        double[] residual = wanted;
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= image[i];
        }
        clearBoundary(residual);
        iterate(x, residual, tolerance * tolerance * energy, progress);
        for (int k = 0; k < system.cuts(); k++) {
            System.arraycopy(x, system.cut.original()[k] * d, x, (system.cut.firstCopy() + k) * d, d);
        }
    }

    /** ½ xᵀ Q x − xᵀ h, least at the solution; on a boundary both have the same values. */
    private static double energy(double[] x, double[] image, double[] wanted) {
        return ConjugateGradients.dot(image, x) / 2 - ConjugateGradients.dot(wanted, x);
    }

    private void iterate(double[] x, double[] residual, double enough, Progress progress) {
        new ConjugateGradients(
                        direction -> {
                            double[] image = times(direction);
                            clearBoundary(image);
                            return image;
                        },
                        this::preconditioned,
                        progress)
                .improve(x, residual, enough, MOST_STEPS);
    }

    private double[] preconditioned(double[] residual) {
        double[] z = residual.clone();
        factor.solve(z);
        clearCopies(z);
        return z;
    }

    /** Q x over the whole terms and the evidence; copies are joined to nothing. */
    private double[] times(double[] x) {
        int d = system.d;
        double[] y = new double[x.length];
        PenaltyTerms terms = system.cut.whole();
        double[] step = new double[d];
        double[] pull = new double[d];
        for (int f = 0; f < terms.count(); f++) {
            Arrays.fill(step, 0);
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    step[i] += coefficients[e * d + i] * x[terms.node[e] * d + i];
                }
            }
            double[] lambda = precisions[terms.classOf[f]];
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += lambda[i * d + j] * step[j];
                }
                pull[i] = terms.weight[f] * sum;
            }
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    y[terms.node[e] * d + i] += coefficients[e * d + i] * pull[i];
                }
            }
        }
        addData(x, y);
        return y;
    }

    private void addData(double[] x, double[] y) {
        int d = system.d;
        double[] blocks = data();
        for (int node = 0; node < system.symbolic.free(); node++) {
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += blocks[(node * d + i) * d + j] * x[node * d + j];
                }
                y[node * d + i] += sum;
            }
        }
    }

    /** The evidence's precisions, asked for once: they are needed at every step. */
    private double[] data() {
        int d = system.d;
        if (data.length == 0) {
            data = new double[system.symbolic.free() * d * d];
            double[] unused = new double[d];
            for (int node = 0; node < system.symbolic.free(); node++) {
                if (!system.cut.isCopy(node)) {
                    evidence.addTo(node, data, node * d * d, unused, 0);
                }
            }
        }
        return data;
    }

    private void clearCopies(double[] x) {
        int from = system.cut.firstCopy() * system.d;
        Arrays.fill(x, from, from + system.cuts() * system.d, 0);
    }

    private void clearBoundary(double[] x) {
        Arrays.fill(x, system.symbolic.free() * system.d, x.length, 0);
    }
}
