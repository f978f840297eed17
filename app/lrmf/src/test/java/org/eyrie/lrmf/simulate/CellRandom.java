package org.eyrie.lrmf.simulate;

import java.util.SplittableRandom;

/**
 * Randomness that belongs to a cell: a hash of seed, purpose and cell. Any cell can be asked at any time, from any
 * thread, without asking those before it, and nothing is stored.
 */
final class CellRandom {

    /** Odd, with well mixed bits: the increment of SplitMix64 (Steele, Lea and Flood 2014). */
    private static final long INCREMENT = 0x9E3779B97F4A7C15L;

    private final long base;

    /**
     * @param seed seed of the simulation
     * @param purpose number of what is drawn: different purposes are independent
     */
    CellRandom(long seed, int purpose) {
        base = mix(mix(seed) + purpose * INCREMENT);
    }

    /** Uniform in [0, 1). */
    double uniform(long cell) {
        return (bits(cell) >>> 11) * 0x1.0p-53;
    }

    /** For cells that need more than one number. */
    SplittableRandom generator(long cell) {
        return new SplittableRandom(bits(cell));
    }

    private long bits(long cell) {
        return mix(base + cell * INCREMENT);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
