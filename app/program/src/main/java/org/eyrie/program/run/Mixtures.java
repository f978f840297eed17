package org.eyrie.program.run;

/** Tensors that lie in the span of others, by their coefficients. */
final class Mixtures {

    /** Beyond this cosine the arc is taken for a straight line, as mergekit does. */
    private static final double PARALLEL = .9995;

    private static final int STEPS = 10;
    private static final double TOLERANCE = 1e-5;

    private Mixtures() {}

    /** Spherical interpolation of whole tensors (Shoemake 1985). */
    static double[][] slerp(Gram gram, double t) {
        double a = gram.norm(0) > 1e-8 ? gram.norm(0) : 1;
        double b = gram.norm(1) > 1e-8 ? gram.norm(1) : 1;
        double cosine = Math.max(-1, Math.min(1, gram.of(0, 1) / (a * b)));
        if (Math.abs(cosine) > PARALLEL) {
            return new double[][] {{1 - t, t}};
        }
        double angle = Math.acos(cosine);
        return new double[][] {{Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)}};
    }

    /** The Karcher mean of the directions (Karcher 1977), with the mean length; all of it within the span. */
    static double[][] karcher(Gram gram) {
        int n = gram.tensors();
        double length = 0;
        int valid = 0;
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) {
            length += gram.norm(i) / n;
            valid += gram.norm(i) > TOLERANCE ? 1 : 0;
        }
        for (int i = 0; i < n; i++) {
            mean[i] = gram.norm(i) > TOLERANCE ? 1.0 / valid : 0;
        }
        if (valid == 0) {
            return new double[1][n];
        }
        start(gram, mean);
        for (int step = 0; step < STEPS && step(gram, mean, valid); step++) {}
        double[] coefficients = new double[n];
        for (int i = 0; i < n; i++) {
            coefficients[i] = gram.norm(i) > TOLERANCE ? length * mean[i] / gram.norm(i) : 0;
        }
        return new double[][] {coefficients};
    }

    private static void start(Gram gram, double[] mean) {
        double norm = norm(gram, mean);
        if (norm >= TOLERANCE) {
            scale(mean, 1 / norm);
            return;
        }
        boolean first = true;
        for (int i = 0; i < mean.length; i++) {
            boolean valid = mean[i] != 0;
            mean[i] = valid && first ? 1 : 0;
            first &= !valid;
        }
    }

    /** One step along the sphere; whether another is needed. Coefficients are on unit vectors. */
    private static boolean step(Gram gram, double[] mean, int valid) {
        int n = mean.length;
        double[] tangent = new double[n];
        for (int i = 0; i < n; i++) {
            if (gram.norm(i) <= TOLERANCE) {
                continue;
            }
            double dot = 0;
            for (int j = 0; j < n; j++) {
                dot += mean[j] * gram.cosine(i, j);
            }
            double clamped = Math.max(-1, Math.min(1, dot));
            double angle = Math.acos(clamped);
            if (angle < TOLERANCE) {
                continue;
            }
            double c = angle / Math.sin(angle) / valid;
            for (int j = 0; j < n; j++) {
                tangent[j] += c * ((i == j ? 1 : 0) - clamped * mean[j]);
            }
        }
        double norm = norm(gram, tangent);
        if (norm < TOLERANCE) {
            return false;
        }
        for (int j = 0; j < n; j++) {
            mean[j] = Math.cos(norm) * mean[j] + Math.sin(norm) * tangent[j] / norm;
        }
        scale(mean, 1 / norm(gram, mean));
        return true;
    }

    private static double norm(Gram gram, double[] c) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j < c.length; j++) {
                sum += c[i] * c[j] * (i == j && gram.norm(i) > 0 ? 1 : gram.cosine(i, j));
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    private static void scale(double[] c, double by) {
        for (int i = 0; i < c.length; i++) {
            c[i] *= by;
        }
    }

    /** Each less a share of what it has along the mean of the others. */
    static double[][] apart(Gram gram, double share) {
        int n = gram.tensors();
        double[][] made = new double[n][n];
        for (int i = 0; i < n; i++) {
            made[i][i] = 1;
            double along = 0;
            double square = 0;
            for (int j = 0; j < n; j++) {
                along += j == i ? 0 : gram.of(i, j) / (n - 1);
                for (int k = 0; k < n; k++) {
                    square += j == i || k == i ? 0 : gram.of(j, k) / ((n - 1.0) * (n - 1));
                }
            }
            for (int j = 0; j < n && square > 0; j++) {
                made[i][j] -= j == i ? 0 : share * along / square / (n - 1);
            }
        }
        return made;
    }

    /** Model Stock's share of the way to the mean (arXiv 2403.19522), from the mean of all pairs' cosines. */
    static double stock(Gram gram) {
        int n = gram.tensors();
        if (n < 2) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double both = Math.max(1e-6, gram.norm(i) * gram.norm(j));
                sum += Math.max(-1, Math.min(1, gram.of(i, j) / both));
            }
        }
        double cosine = sum / (n * (n - 1) / 2.0);
        double denominator = 1 + (n - 1) * cosine;
        return Math.abs(denominator) < 1e-6 ? 0 : n * cosine / denominator;
    }

    /** Each of the length that is asked for; 0 where it is 0. */
    static double[][] rescale(Gram gram, Operands in, boolean unit) {
        int n = gram.tensors();
        double[][] made = new double[n][n];
        for (int i = 0; i < n; i++) {
            double wanted = unit ? 1 : in.number(1, i);
            made[i][i] = gram.norm(i) > 0 ? wanted / gram.norm(i) : 0;
        }
        return made;
    }
}
