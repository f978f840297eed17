package org.eyrie.lrmf.learning;

import java.util.Arrays;

/** Residuals by slot, as many as come. */
final class ResidualLists {

    private final double[][] lists;
    private final int[] count;

    ResidualLists(int slots) {
        lists = new double[slots][8];
        count = new int[slots];
    }

    void add(int slot, double residual) {
        if (count[slot] == lists[slot].length) {
            lists[slot] = Arrays.copyOf(lists[slot], count[slot] * 2);
        }
        lists[slot][count[slot]++] = residual;
    }

    /** Slot by slot, as long as they are. */
    double[][] arrays() {
        double[][] trimmed = new double[lists.length][];
        Arrays.setAll(trimmed, k -> Arrays.copyOf(lists[k], count[k]));
        return trimmed;
    }
}
