package org.eyrie.lrmf.trial.metric;

/**
 * Correlation of two parallel arrays of finite numbers, from -1 to 1.
 *
 * <p>Where one of them is constant, or there are fewer than two pairs, the textbook has 0/0; the answer here is 0,
 * because a constant prediction orders nothing. A baseline that says the same everywhere thus gets a figure that can
 * be averaged and compared.
 */
public final class Correlation {

    private Correlation() {}

    /** Pearson's r: how well a straight line describes one by the other. */
    public static double pearson(double[] a, double[] b) {
        Pairs.checkEqual(a.length, b.length);
        if (isConstant(a) || isConstant(b)) {
            return 0;
        }
        double meanA = mean(a);
        double meanB = mean(b);
        double largestA = largest(a, meanA);
        double largestB = largest(b, meanB);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < a.length; k++) {
            // Divided by the largest deviation: squares of tiny numbers would vanish, of huge ones overflow.
            double x = (a[k] - meanA) / largestA;
            double y = (b[k] - meanB) / largestB;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return Math.max(-1, Math.min(1, ab / (Math.sqrt(aa) * Math.sqrt(bb))));
    }

    /** Spearman's rho: Pearson's r of the ranks, equal values sharing the mean of theirs. */
    public static double spearman(double[] a, double[] b) {
        Pairs.checkEqual(a.length, b.length);
        return pearson(Ranks.of(a), Ranks.of(b));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    private static double largest(double[] values, double mean) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        return largest;
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
