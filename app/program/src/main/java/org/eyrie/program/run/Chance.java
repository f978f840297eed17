package org.eyrie.program.run;

/** Random numbers that depend on where they are asked for alone, so that neither order nor pieces matter. */
final class Chance {

    private final long key;

    /**
     * Of one operator on one tensor.
     *
     * @param seed as the program says
     * @param tensor its name
     */
    Chance(long seed, String tensor) {
        long hash = mixed(seed + 0x9E3779B97F4A7C15L);
        for (int i = 0; i < tensor.length(); i++) {
            hash = mixed(hash ^ tensor.charAt(i));
        }
        this.key = hash;
    }

    /** From 0, below 1, evenly. */
    double at(int parent, long position) {
        return (bits(parent, position) >>> 11) * 0x1.0p-53;
    }

    /** Normal, of mean 0 and variance 1 (Box and Muller 1958). */
    double normal(int parent, long position) {
        double radius = Math.sqrt(-2 * Math.log(1 - at(parent, 2 * position)));
        return radius * Math.cos(2 * Math.PI * at(parent, 2 * position + 1));
    }

    private long bits(int parent, long position) {
        return mixed(mixed(key + parent * 0xD1342543DE82EF95L) + position * 0x9E3779B97F4A7C15L);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
