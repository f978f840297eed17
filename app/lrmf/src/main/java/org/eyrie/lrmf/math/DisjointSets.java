package org.eyrie.lrmf.math;

import java.util.Arrays;

/** Numbers 0 to n - 1 in sets that are joined and never parted (union-find). */
public final class DisjointSets {

    private final int[] leader;

    /** Everybody alone. */
    public DisjointSets(int size) {
        leader = new int[size];
        Arrays.setAll(leader, i -> i);
    }

    /** The least number of the set that a number is in. */
    public int find(int number) {
        int at = number;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /** Makes one set of the sets of two numbers; whether they were apart. */
    public boolean join(int one, int other) {
        int a = find(one);
        int b = find(other);
        leader[Math.max(a, b)] = Math.min(a, b);
        return a != b;
    }
}
