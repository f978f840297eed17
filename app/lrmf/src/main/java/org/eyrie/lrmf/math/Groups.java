package org.eyrie.lrmf.math;

import java.util.Arrays;

/**
 * Items 0 to n - 1 by their key, in compressed rows (a stable counting sort): those of one group follow each other in
 * the order in which they came. Takes O(n + groups) of time and two ints an item, one of which is given back.
 */
public final class Groups {

    private final int[] start;
    private final int[] item;

    private Groups(int[] start, int[] item) {
        this.start = start;
        this.item = item;
    }

    /**
     * Groups all items in their own order.
     *
     * @param key group of each item, 0 to {@code groups} - 1
     * @throws IllegalArgumentException if a key is out of range
     */
    public static Groups of(int[] key, int groups) {
        int[] start = starts(key, groups);
        int[] next = start.clone();
        int[] item = new int[key.length];
        for (int k = 0; k < key.length; k++) {
            item[next[key[k]]++] = k;
        }
        return new Groups(start, item);
    }

    /**
     * Groups all items in another order: groups of items sorted by a second key are sorted by it within.
     *
     * @param order every item once
     */
    public static Groups of(int[] key, int groups, int[] order) {
        int[] start = starts(key, groups);
        int[] next = start.clone();
        int[] item = new int[key.length];
        for (int k : order) {
            item[next[key[k]]++] = k;
        }
        return new Groups(start, item);
    }

    private static int[] starts(int[] key, int groups) {
        int[] start = new int[groups + 1];
        for (int k : key) {
            if (k < 0 || k >= groups) {
                throw new IllegalArgumentException("No such group: " + k + " of " + groups);
            }
            start[k + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            start[g + 1] += start[g];
        }
        return start;
    }

    /** Number of groups, empty ones included. */
    public int groups() {
        return start.length - 1;
    }

    /** Number of items in a group. */
    public int size(int group) {
        return start[group + 1] - start[group];
    }

    /** Place of a group's first item. */
    public int first(int group) {
        return start[group];
    }

    /** Place after a group's last item. */
    public int end(int group) {
        return start[group + 1];
    }

    /** The item at a place, 0 to n - 1. */
    public int item(int place) {
        return item[place];
    }

    /** The items of a group. */
    public int[] of(int group) {
        return Arrays.copyOfRange(item, start[group], start[group + 1]);
    }

    /** All items, group after group. */
    public int[] items() {
        return item.clone();
    }

    /** Where the groups begin among {@link #items()}, and after the last of them where it ends. */
    public int[] starts() {
        return start.clone();
    }
}
