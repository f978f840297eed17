package org.eyrie.lrmf.choice;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a measurement is worth to somebody who takes the alternative with the highest expected value: by how much that
 * expectation rises when the measurement moves all expectations together (the knowledge gradient for correlated beliefs,
 * Frazier, Powell and Dayanik 2009).
 */
public final class KnowledgeGradient {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    /** Nothing in double precision lies beyond so many standard deviations. */
    private static final double FAR = 38;

    private KnowledgeGradient() {}

    /**
     * E max(mean + step · Z) − max mean for a standard normal Z: exact, from the upper envelope of the lines, in O(n log n)
     * for n alternatives.
     *
     * @param mean expected values now, at least one
     * @param step by how much a standard deviation of the measurement moves each
     * @return not below 0; 0 where the measurement cannot change which is taken
     */
    public static double of(double[] mean, double[] step) {
        if (mean.length == 0 || mean.length != step.length) {
            throw new IllegalArgumentException(mean.length + " means and " + step.length + " steps");
        }
        int[] order = IntStream.range(0, mean.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> step[k]).thenComparingDouble(k -> mean[k]))
                .mapToInt(k -> k)
                .toArray();
        int[] line = new int[order.length];
        double[] from = new double[order.length]; // where a line of the envelope begins to be the highest
        int count = 0;
        for (int k : order) {
            double start = Double.NEGATIVE_INFINITY;
            while (count > 0) {
                int last = line[count - 1];
                if (step[last] < step[k]) {
                    start = (mean[last] - mean[k]) / (step[k] - step[last]);
                    if (start > from[count - 1]) {
                        break;
                    }
                }
                count--; // parallel and not higher, or overtaken before its turn
                start = Double.NEGATIVE_INFINITY;
            }
            line[count] = k;
            from[count++] = start;
        }
        double sum = 0;
        for (int k = 1; k < count; k++) { // E of what each line adds to the one before
            sum += (step[line[k]] - step[line[k - 1]]) * beyond(Math.abs(from[k]));
        }
        return sum;
    }

    /** E max(Z − z, 0) for z of at least 0. */
    private static double beyond(double z) {
        if (!(z < FAR)) {
            return 0;
        }
        double density = Math.exp(-z * z / 2) / ROOT_OF_TWO_PI;
        return Math.max(0, density - z * Tail.of(z));
    }

    /** P(Z > z) by the continued fraction of Laplace, and by a series near 0; to twelve digits. */
    private static final class Tail {

        private static final double NEAR = 3;
        private static final int STEPS = 100;

        private Tail() {}

        static double of(double z) {
            double density = Math.exp(-z * z / 2) / ROOT_OF_TWO_PI;
            if (z > NEAR) {
                double fraction = z;
                for (int k = STEPS; k >= 1; k--) {
                    fraction = z + k / fraction;
                }
                return density / fraction;
            }
            double term = z;
            double sum = z;
            for (int k = 1; k < STEPS; k++) {
                term *= z * z / (2 * k + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
    }
}
