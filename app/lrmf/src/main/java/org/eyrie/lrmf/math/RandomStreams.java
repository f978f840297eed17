package org.eyrie.lrmf.math;

import java.util.SplittableRandom;

/**
 * Randomness of single rows: what is drawn for one does not depend on which others there are, or in which order they
 * come.
 */
public final class RandomStreams {

    private RandomStreams() {}

    /** A row's own stream. */
    public static SplittableRandom of(long seed, long row) {
        return new SplittableRandom(mixed(seed ^ mixed(row)));
    }

    /** A bijection under which neighbours have nothing in common (the finaliser of MurmurHash3 by Appleby). */
    public static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
