package org.eyrie.lrmf.math;

import java.util.SplittableRandom;

/** Seeded random order. */
public final class Shuffle {

    private Shuffle() {}

    /** The same values in random order; the array itself stays. */
    public static int[] of(int[] values, long seed) {
        return of(values, new SplittableRandom(seed));
    }

    /** The same values in random order; the array itself stays. */
    public static int[] of(int[] values, SplittableRandom random) {
        int[] shuffled = values.clone();
        for (int k = shuffled.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int value = shuffled[k];
            shuffled[k] = shuffled[other];
            shuffled[other] = value;
        }
        return shuffled;
    }

    /**
     * Brings some of the values to the front in random order, the others behind them: a draw without replacement.
     *
     * @param values changed in place
     * @param count how many are drawn
     */
    public static void draw(int[] values, int count, SplittableRandom random) {
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(values.length - k);
            int value = values[k];
            values[k] = values[other];
            values[other] = value;
        }
    }
}
