package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Models by their kind. */
final class Members {

    private final int[][] members;
    private final int[] count;

    Members(int kinds) {
        members = new int[kinds][8];
        count = new int[kinds];
    }

    void add(int kind, int model) {
        if (count[kind] == members[kind].length) {
            members[kind] = Arrays.copyOf(members[kind], 2 * count[kind]);
        }
        members[kind][count[kind]++] = model;
    }

    int count(int kind) {
        return count[kind];
    }

    int any(int kind, SplittableRandom random) {
        return members[kind][random.nextInt(count[kind])];
    }
}
