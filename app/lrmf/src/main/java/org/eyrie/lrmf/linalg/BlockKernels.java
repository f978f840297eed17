package org.eyrie.lrmf.linalg;

/**
 * Arithmetic on d x d blocks that lie row by row inside larger arrays. Plain loops: at d of 2 to 16 a call into a
 * general library costs more than the product itself.
 */
final class BlockKernels {

    private BlockKernels() {}

    /** y -= A x. */
    static void subtractApplied(double[] y, int yo, double[] a, int ao, double[] x, int xo, int d) {
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int t = 0; t < d; t++) {
                sum += a[ao + i * d + t] * x[xo + t];
            }
            y[yo + i] -= sum;
        }
    }

    /** y -= Aᵀ x. */
    static void subtractTransposedApplied(double[] y, int yo, double[] a, int ao, double[] x, int xo, int d) {
        for (int t = 0; t < d; t++) {
            double v = x[xo + t];
            for (int i = 0; i < d; i++) {
                y[yo + i] -= a[ao + t * d + i] * v;
            }
        }
    }

    /**
     * Replaces A by its lower Cholesky factor, zeros above.
     *
     * @return the logarithm of A's determinant, or NaN where A is not positive definite
     */
    static double cholesky(double[] a, int ao, int d) {
        double logDeterminant = 0;
        for (int j = 0; j < d; j++) {
            double pivot = a[ao + j * d + j];
            for (int t = 0; t < j; t++) {
                pivot -= a[ao + j * d + t] * a[ao + j * d + t];
            }
            if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
                return Double.NaN;
            }
            logDeterminant += Math.log(pivot);
            double root = Math.sqrt(pivot);
            a[ao + j * d + j] = root;
            for (int i = j + 1; i < d; i++) {
                double sum = a[ao + i * d + j];
                for (int t = 0; t < j; t++) {
                    sum -= a[ao + i * d + t] * a[ao + j * d + t];
                }
                a[ao + i * d + j] = sum / root;
                a[ao + j * d + i] = 0;
            }
        }
        return logDeterminant;
    }

    /** Inverse of the lower triangle L into the block at {@code io}, zeros above. */
    static void invertLower(double[] l, int lo, double[] inverse, int io, int d) {
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < j; i++) {
                inverse[io + i * d + j] = 0;
            }
            inverse[io + j * d + j] = 1 / l[lo + j * d + j];
            for (int i = j + 1; i < d; i++) {
                double sum = 0;
                for (int t = j; t < i; t++) {
                    sum -= l[lo + i * d + t] * inverse[io + t * d + j];
                }
                inverse[io + i * d + j] = sum / l[lo + i * d + i];
            }
        }
    }

    /** Replaces A by A L⁻ᵀ, L lower. */
    static void divideByTransposedLower(double[] a, int ao, double[] l, int lo, int d) {
        for (int i = 0; i < d; i++) {
            int ai = ao + i * d;
            for (int j = 0; j < d; j++) {
                double sum = a[ai + j];
                for (int t = 0; t < j; t++) {
                    sum -= a[ai + t] * l[lo + j * d + t];
                }
                a[ai + j] = sum / l[lo + j * d + j];
            }
        }
    }

    /** Writes Aᵀ. */
    static void transpose(double[] a, int ao, double[] to, int offset, int d) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                to[offset + i * d + j] = a[ao + j * d + i];
            }
        }
    }

    /** Replaces x by L⁻¹ x. */
    static void solveLower(double[] l, int lo, double[] x, int xo, int d) {
        for (int i = 0; i < d; i++) {
            double sum = x[xo + i];
            for (int t = 0; t < i; t++) {
                sum -= l[lo + i * d + t] * x[xo + t];
            }
            x[xo + i] = sum / l[lo + i * d + i];
        }
    }

    /** Replaces x by L⁻ᵀ x. */
    static void solveTransposedLower(double[] l, int lo, double[] x, int xo, int d) {
        for (int i = d - 1; i >= 0; i--) {
            double sum = x[xo + i];
            for (int t = i + 1; t < d; t++) {
                sum -= l[lo + t * d + i] * x[xo + t];
            }
            x[xo + i] = sum / l[lo + i * d + i];
        }
    }
}
