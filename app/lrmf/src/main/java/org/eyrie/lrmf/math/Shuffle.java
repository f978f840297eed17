package org.eyrie.lrmf.math;

import java.util.SplittableRandom;

/** Seeded random order. */
public final class Shuffle {

    private Shuffle() {}

    /** The same values in random order; the array itself stays. */
    public static int[] of(int[] values, long seed) {
        return of(values, new SplittableRandom(seed));
    }

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
}
