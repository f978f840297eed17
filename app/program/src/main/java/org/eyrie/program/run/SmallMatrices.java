package org.eyrie.program.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Tall matrices of few columns, and small symmetric ones. */
final class SmallMatrices {

    private static final int SWEEPS = 60;

    private SmallMatrices() {}

    static void clear(double[][] matrix) {
        for (double[] row : matrix) {
            Arrays.fill(row, 0);
        }
    }

    /** Makes columns orthonormal (Gram and Schmidt, twice); those that depend on others become 0. */
    static void orthonormalise(double[][] matrix) {
        int columns = matrix[0].length;
        for (int j = 0; j < columns; j++) {
            double before = norm(matrix, j);
            for (int twice = 0; twice < 2; twice++) {
                for (int i = 0; i < j; i++) {
                    double dot = 0;
                    for (double[] row : matrix) {
                        dot += row[i] * row[j];
                    }
                    for (double[] row : matrix) {
                        row[j] -= dot * row[i];
                    }
                }
            }
            double norm = norm(matrix, j);
            double scale = norm > 1e-10 * before && norm > 0 ? 1 / norm : 0;
            for (double[] row : matrix) {
                row[j] *= scale;
            }
        }
    }

    private static double norm(double[][] matrix, int column) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += row[column] * row[column];
        }
        return Math.sqrt(sum);
    }

    static double[][] gram(double[][] matrix) {
        int n = matrix[0].length;
        double[][] gram = new double[n][n];
        for (double[] row : matrix) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }
        return gram;
    }

    /** Multiplies from the right, in place. */
    static void multiply(double[][] matrix, double[][] by) {
        int n = by.length;
        double[] old = new double[n];
        for (double[] row : matrix) {
            System.arraycopy(row, 0, old, 0, n);
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += old[i] * by[i][j];
                }
                row[j] = sum;
            }
        }
    }

    /** Eigenvectors of a symmetric matrix in columns, by falling eigenvalue (Jacobi 1846). The matrix is used up. */
    static double[][] eigenvectors(double[][] a) {
        int n = a.length;
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && sweep(a, v); sweep++) {}
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] sorted = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sorted[i][j] = v[i][order[j]];
            }
        }
        return sorted;
    }

    private static boolean sweep(double[][] a, double[][] v) {
        boolean turned = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (Math.abs(a[p][q]) > 1e-15 * Math.sqrt(Math.abs(a[p][p] * a[q][q])) && a[p][q] != 0) {
                    turn(a, v, p, q);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private static void turn(double[][] a, double[][] v, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = c * vp - s * vq;
            v[k][q] = s * vp + c * vq;
        }
    }
}
