package org.eyrie.lrmf.trial.metric;

import java.util.Arrays;

/** Places in sorted order, from 1. */
final class Ranks {

    private Ranks() {}

    /** The rank of each value; equal values share the mean of their places. */
    static double[] of(double[] values) {
        double[] sorted = values.clone();
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] += 0.0; // -0.0 sorts before 0.0 but equals it
        }
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            ranks[k] = (firstNotBelow(sorted, values[k]) + 1 + firstAbove(sorted, values[k])) / 2.0;
        }
        return ranks;
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static int firstAbove(double[] sorted, double value) {
        return firstNotBelow(sorted, Math.nextUp(value));
    }
}
