package org.eyrie.lrmf.problem;

/** Indices that come from outside, and what stands at them. */
final class Indices {

    private Indices() {}

    static void check(String what, int index, int bound) {
        if (index < 0 || index >= bound) {
            throw new IllegalArgumentException("No such " + what + ": " + index + " of " + bound);
        }
    }

    /** The values at some indices, in that order. */
    static int[] pick(int[] values, int[] index) {
        int[] picked = new int[index.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = values[index[k]];
        }
        return picked;
    }

    /** The values at some indices, in that order. */
    static double[] pick(double[] values, int[] index) {
        double[] picked = new double[index.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = values[index[k]];
        }
        return picked;
    }
}
