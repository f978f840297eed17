package org.eyrie.program.run;

import java.util.Arrays;

/** Numbers per parent that follow from others. */
final class ParentNumbers {

    private ParentNumbers() {}

    static double[] softmax(double[] x, double temperature) {
        double most = Arrays.stream(x).max().orElse(0);
        return normalised(
                Arrays.stream(x).map(v -> Math.exp((v - most) / temperature)).toArray());
    }

    /** Shares of the sum; equal ones where that is next to 0. */
    static double[] normalised(double[] x) {
        double sum = Arrays.stream(x).sum();
        double equal = 1.0 / x.length;
        return Arrays.stream(x).map(v -> Math.abs(sum) < 1e-6 ? equal : v / sum).toArray();
    }

    /** The share of the others that are less, equal ones counting half. */
    static double[] ranked(double[] x) {
        double[] ranks = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double less = 0;
            for (int j = 0; j < x.length; j++) {
                less += j == i ? 0 : x[j] < x[i] ? 1 : x[j] == x[i] ? .5 : 0;
            }
            ranks[i] = x.length == 1 ? 1 : less / (x.length - 1);
        }
        return ranks;
    }

    /** Straight lines through points at equal distances, the first at 0, the last at 1. */
    static double curve(double[][] points, double depth) {
        double place = depth * (points.length - 1);
        int before = Math.min(points.length - 2, (int) place);
        double share = place - before;
        return (1 - share) * points[before][0] + share * points[before + 1][0];
    }
}
