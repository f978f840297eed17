package org.eyrie.lrmf.linalg;

import java.util.function.UnaryOperator;
import org.eyrie.task.Progress;

/**
 * Solves A x = b with a symmetric positive definite A that is known by its products alone, the faster the more a
 * preconditioner is like its inverse (Hestenes and Stiefel 1952).
 */
public final class ConjugateGradients {

    private final UnaryOperator<double[]> product;
    private final UnaryOperator<double[]> preconditioner;
    private final Progress progress;

    /**
     * A system.
     *
     * @param product A x as a new array
     * @param preconditioner as a new array, symmetric and positive definite
     * @param progress asked before every step; ends the work where it was cancelled
     */
    public ConjugateGradients(
            UnaryOperator<double[]> product, UnaryOperator<double[]> preconditioner, Progress progress) {
        this.product = product;
        this.preconditioner = preconditioner;
        this.progress = progress;
    }

    /**
     * Improves x until the residual's energy, in the preconditioner's norm, is no more than {@code enough}.
     *
     * @param residual b − A x; it is overwritten with what is left
     * @param steps how many at most
     */
    public void improve(double[] x, double[] residual, double enough, int steps) {
        double[] z = preconditioner.apply(residual);
        double[] direction = z.clone();
        double along = dot(residual, z);
        for (int step = 0; step < steps && along > enough; step++) {
            progress.check();
            double[] image = product.apply(direction);
            double length = along / dot(direction, image);
            for (int i = 0; i < x.length; i++) {
                x[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
            z = preconditioner.apply(residual);
            double next = dot(residual, z);
            for (int i = 0; i < x.length; i++) {
                direction[i] = z[i] + next / along * direction[i];
            }
            along = next;
        }
    }

    /** Σ a b. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
