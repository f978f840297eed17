package org.eyrie.lrmf.kinship;

/**
 * Goes downhill by the method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright, Numerical Optimization, 6.1),
 * densely, as there are a handful of numbers.
 *
 * <p>The first guess of the curvature is the identity: the curvature of a prior with standard deviation 1, which is what most
 * directions have.
 */
final class QuasiNewton {

    private static final double LONGEST_STEP = 1.5;
    private static final double ENOUGH_DESCENT = 1e-4;
    private static final double ENOUGH = 1e-3;
    private static final int HALVINGS = 8;

    private QuasiNewton() {}

    /** The lowest point found within so many steps. */
    static double[] descend(SmoothFunction function, double[] start, int steps) {
        int n = start.length;
        double[] point = start.clone();
        double[] slope = new double[n];
        double value = function.at(point, slope);
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        double[] nextSlope = new double[n];
        for (int step = 0; step < steps && Double.isFinite(value); step++) {
            double[] direction = direction(inverse, slope);
            double descent = dot(direction, slope);
            if (-descent < ENOUGH) {
                break;
            }
            double length = Math.min(1, LONGEST_STEP / Math.sqrt(dot(direction, direction)));
            double[] next = point;
            double nextValue = Double.POSITIVE_INFINITY;
            for (int half = 0; half < HALVINGS && !(nextValue <= value + ENOUGH_DESCENT * length * descent); half++) {
                length = half == 0 ? length : length / 2;
                next = moved(point, direction, length);
                nextValue = function.at(next, nextSlope);
            }
            if (!(nextValue < value)) {
                break;
            }
            learn(inverse, point, next, slope, nextSlope);
            point = next;
            value = nextValue;
            System.arraycopy(nextSlope, 0, slope, 0, n);
        }
        return point;
    }

    private static double[] direction(double[][] inverse, double[] slope) {
        double[] direction = new double[slope.length];
        for (int i = 0; i < slope.length; i++) {
            direction[i] = -dot(inverse[i], slope);
        }
        return direction;
    }

    private static double[] moved(double[] point, double[] direction, double length) {
        double[] next = point.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * direction[i];
        }
        return next;
    }

    private static void learn(double[][] inverse, double[] point, double[] next, double[] slope, double[] nextSlope) {
        int n = point.length;
        double[] move = new double[n];
        double[] turn = new double[n];
        for (int i = 0; i < n; i++) {
            move[i] = next[i] - point[i];
            turn[i] = nextSlope[i] - slope[i];
        }
        double curvature = dot(move, turn);
        if (curvature < 1e-10) {
            return;
        }
        double[] applied = new double[n];
        for (int i = 0; i < n; i++) {
            applied[i] = dot(inverse[i], turn);
        }
        double factor = (1 + dot(turn, applied) / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                inverse[i][k] += factor * move[i] * move[k] - (applied[i] * move[k] + move[i] * applied[k]) / curvature;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
