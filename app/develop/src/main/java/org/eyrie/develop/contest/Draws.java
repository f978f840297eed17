package org.eyrie.develop.contest;

import java.util.Random;

/** Random numbers as a function of a seed, a round and a purpose: whoever goes on after a kill draws the same. */
public final class Draws {

    private Draws() {}

    /**
     * A stream of its own for every purpose of every round.
     *
     * @param purpose a word, such as {@code order of items}
     */
    public static Random of(long seed, long round, String purpose) {
        return new Random(mixed(mixed(seed) + 31 * mixed(round + 1) + purpose.hashCode()));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), as neighbouring seeds of Random begin alike. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
