package org.eyrie.sources.importing;

import java.util.Arrays;

/**
 * For pairs of small numbers, a value and the line where the pair first stood. Open addressing over plain arrays: a
 * million pairs take 40 MB, where a map of objects takes several times that.
 */
final class PairTable {

    private static final long FREE = -1;

    private long[] pairs = new long[16];
    private double[] values = new double[16];
    private int[] lines = new int[16];
    private int size;

    PairTable() {
        Arrays.fill(pairs, FREE);
    }

    /** Adds a pair, both numbers not negative; a pair that is there already stays as it is and false is returned. */
    boolean add(int first, int second, double value, long line) {
        if (size * 2 >= pairs.length) {
            grow();
        }
        int slot = slot(pair(first, second));
        if (pairs[slot] != FREE) {
            return false;
        }
        pairs[slot] = pair(first, second);
        values[slot] = value;
        lines[slot] = (int) Math.min(line, Integer.MAX_VALUE);
        size++;
        return true;
    }

    /** Replaces the value of a pair that is there. */
    void set(int first, int second, double value) {
        values[slot(pair(first, second))] = value;
    }

    /** The value of a pair that is there. */
    double value(int first, int second) {
        return values[slot(pair(first, second))];
    }

    /** The value of a pair; another one where the pair is not there. */
    double value(int first, int second, double otherwise) {
        int slot = slot(pair(first, second));
        return pairs[slot] == FREE ? otherwise : values[slot];
    }

    /** The line of a pair that is there. */
    long line(int first, int second) {
        return lines[slot(pair(first, second))];
    }

    int size() {
        return size;
    }

    /** Every pair, the first number in the upper half of each, in no order. */
    long[] pairs() {
        return Arrays.stream(pairs).filter(pair -> pair != FREE).toArray();
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | second;
    }

    private int slot(long pair) {
        int mask = pairs.length - 1;
        int slot = Long.hashCode(pair * 0x9E3779B97F4A7C15L) & mask;
        while (pairs[slot] != FREE && pairs[slot] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldPairs = pairs;
        double[] oldValues = values;
        int[] oldLines = lines;
        pairs = new long[oldPairs.length * 2];
        values = new double[pairs.length];
        lines = new int[pairs.length];
        Arrays.fill(pairs, FREE);
        for (int old = 0; old < oldPairs.length; old++) {
            if (oldPairs[old] != FREE) {
                int slot = slot(oldPairs[old]);
                pairs[slot] = oldPairs[old];
                values[slot] = oldValues[old];
                lines[slot] = oldLines[old];
            }
        }
    }
}
