package org.eyrie.store.bulk;

import java.util.Arrays;

/**
 * Which pairs of small numbers were met, and a hash of what was said of each. Open addressing over plain arrays: five
 * million pairs take 130 to 270 MB.
 */
final class SeenPairs {

    /** What became of a pair. */
    enum Meeting {
        NEW,
        SAME,
        OTHER
    }

    private static final long FREE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final double FULL = 0.7;

    private long[] pairs = new long[16];
    private long[] hashes = new long[16];
    private int size;

    SeenPairs() {
        Arrays.fill(pairs, FREE);
    }

    /**
     * Meets a pair, both numbers not negative.
     *
     * @return whether it is new, and if not, whether the same was said of it
     */
    Meeting meet(int first, int second, long hash) {
        if (size >= pairs.length * FULL) {
            grow();
        }
        long pair = ((long) first << 32) | second;
        int slot = slot(pair);
        if (pairs[slot] != FREE) {
            return hashes[slot] == hash ? Meeting.SAME : Meeting.OTHER;
        }
        pairs[slot] = pair;
        hashes[slot] = hash;
        size++;
        return Meeting.NEW;
    }

    private int slot(long pair) {
        int mask = pairs.length - 1;
        int slot = (int) ((pair * SPREAD) >>> 32) & mask;
        while (pairs[slot] != FREE && pairs[slot] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldPairs = pairs;
        long[] oldHashes = hashes;
        pairs = new long[oldPairs.length * 2];
        hashes = new long[pairs.length];
        Arrays.fill(pairs, FREE);
        for (int old = 0; old < oldPairs.length; old++) {
            if (oldPairs[old] != FREE) {
                int slot = slot(oldPairs[old]);
                pairs[slot] = oldPairs[old];
                hashes[slot] = oldHashes[old];
            }
        }
    }
}
