package org.eyrie.lrmf.linalg;

/**
 * Products of d x d blocks that lie row by row inside larger arrays, two rows by two columns at a time: each number
 * loaded is used twice and the four sums do not wait for each other, which makes it about twice as fast as plain loops.
 *
 * <p>Each product is written out. One kernel that is told the strides of A and B and the sign takes longer, as the compiler
 * no longer knows that numbers lie side by side: 12.0 ns a product instead of 9.6 at d = 2, 35 instead of 32 at 3, 110
 * instead of 97 to 106 at 6, 235 instead of 202 to 226 at 8 (the BlockProductsBenchmark's two ways, least of 120 rounds).
 */
final class BlockProducts {

    private BlockProducts() {}

    /** C -= A Bᵀ. */
    static void subtractTimesTransposed(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int even = d & ~1;
        for (int i = 0; i < even; i += 2) {
            int c0 = co + i * d;
            int c1 = c0 + d;
            for (int j = 0; j < even; j += 2) {
                double s00 = 0;
                double s01 = 0;
                double s10 = 0;
                double s11 = 0;
                for (int t = 0; t < d; t++) {
                    double a0 = a[ao + i * d + t];
                    double a1 = a[ao + (i + 1) * d + t];
                    double b0 = b[bo + j * d + t];
                    double b1 = b[bo + (j + 1) * d + t];
                    s00 += a0 * b0;
                    s01 += a0 * b1;
                    s10 += a1 * b0;
                    s11 += a1 * b1;
                }
                c[c0 + j] -= s00;
                c[c0 + j + 1] -= s01;
                c[c1 + j] -= s10;
                c[c1 + j + 1] -= s11;
            }
        }
        if (even < d) {
            subtractTimesTransposedRim(c, co, a, ao, b, bo, d);
        }
    }

    /** The last row and column of an odd d. */
    private static void subtractTimesTransposedRim(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int last = d - 1;
        for (int k = 0; k < d; k++) {
            double bottom = 0;
            double right = 0;
            for (int t = 0; t < d; t++) {
                bottom += a[ao + last * d + t] * b[bo + k * d + t];
                right += a[ao + k * d + t] * b[bo + last * d + t];
            }
            c[co + last * d + k] -= bottom;
            if (k < last) {
                c[co + k * d + last] -= right;
            }
        }
    }

    /** C -= A B. */
    static void subtractTimes(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int even = d & ~1;
        for (int i = 0; i < even; i += 2) {
            int c0 = co + i * d;
            int c1 = c0 + d;
            for (int j = 0; j < even; j += 2) {
                double s00 = 0;
                double s01 = 0;
                double s10 = 0;
                double s11 = 0;
                for (int t = 0; t < d; t++) {
                    double a0 = a[ao + i * d + t];
                    double a1 = a[ao + (i + 1) * d + t];
                    double b0 = b[bo + t * d + j];
                    double b1 = b[bo + t * d + j + 1];
                    s00 += a0 * b0;
                    s01 += a0 * b1;
                    s10 += a1 * b0;
                    s11 += a1 * b1;
                }
                c[c0 + j] -= s00;
                c[c0 + j + 1] -= s01;
                c[c1 + j] -= s10;
                c[c1 + j + 1] -= s11;
            }
        }
        if (even < d) {
            subtractTimesRim(c, co, a, ao, b, bo, d);
        }
    }

    /** The last row and column of an odd d. */
    private static void subtractTimesRim(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int last = d - 1;
        for (int k = 0; k < d; k++) {
            double bottom = 0;
            double right = 0;
            for (int t = 0; t < d; t++) {
                bottom += a[ao + last * d + t] * b[bo + t * d + k];
                right += a[ao + k * d + t] * b[bo + t * d + last];
            }
            c[co + last * d + k] -= bottom;
            if (k < last) {
                c[co + k * d + last] -= right;
            }
        }
    }

    /** C += A B. */
    static void addTimes(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int even = d & ~1;
        for (int i = 0; i < even; i += 2) {
            int c0 = co + i * d;
            int c1 = c0 + d;
            for (int j = 0; j < even; j += 2) {
                double s00 = 0;
                double s01 = 0;
                double s10 = 0;
                double s11 = 0;
                for (int t = 0; t < d; t++) {
                    double a0 = a[ao + i * d + t];
                    double a1 = a[ao + (i + 1) * d + t];
                    double b0 = b[bo + t * d + j];
                    double b1 = b[bo + t * d + j + 1];
                    s00 += a0 * b0;
                    s01 += a0 * b1;
                    s10 += a1 * b0;
                    s11 += a1 * b1;
                }
                c[c0 + j] += s00;
                c[c0 + j + 1] += s01;
                c[c1 + j] += s10;
                c[c1 + j + 1] += s11;
            }
        }
        if (even < d) {
            addTimesRim(c, co, a, ao, b, bo, d);
        }
    }

    /** The last row and column of an odd d. */
    private static void addTimesRim(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int last = d - 1;
        for (int k = 0; k < d; k++) {
            double bottom = 0;
            double right = 0;
            for (int t = 0; t < d; t++) {
                bottom += a[ao + last * d + t] * b[bo + t * d + k];
                right += a[ao + k * d + t] * b[bo + t * d + last];
            }
            c[co + last * d + k] += bottom;
            if (k < last) {
                c[co + k * d + last] += right;
            }
        }
    }

    /** C += Aᵀ B. */
    static void addTransposedTimes(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int even = d & ~1;
        for (int i = 0; i < even; i += 2) {
            int c0 = co + i * d;
            int c1 = c0 + d;
            for (int j = 0; j < even; j += 2) {
                double s00 = 0;
                double s01 = 0;
                double s10 = 0;
                double s11 = 0;
                for (int t = 0; t < d; t++) {
                    double a0 = a[ao + t * d + i];
                    double a1 = a[ao + t * d + i + 1];
                    double b0 = b[bo + t * d + j];
                    double b1 = b[bo + t * d + j + 1];
                    s00 += a0 * b0;
                    s01 += a0 * b1;
                    s10 += a1 * b0;
                    s11 += a1 * b1;
                }
                c[c0 + j] += s00;
                c[c0 + j + 1] += s01;
                c[c1 + j] += s10;
                c[c1 + j + 1] += s11;
            }
        }
        if (even < d) {
            addTransposedTimesRim(c, co, a, ao, b, bo, d);
        }
    }

    /** The last row and column of an odd d. */
    private static void addTransposedTimesRim(double[] c, int co, double[] a, int ao, double[] b, int bo, int d) {
        int last = d - 1;
        for (int k = 0; k < d; k++) {
            double bottom = 0;
            double right = 0;
            for (int t = 0; t < d; t++) {
                bottom += a[ao + t * d + last] * b[bo + t * d + k];
                right += a[ao + t * d + k] * b[bo + t * d + last];
            }
            c[co + last * d + k] += bottom;
            if (k < last) {
                c[co + k * d + last] += right;
            }
        }
    }
}
