package org.eyrie.store.port;

import java.util.Arrays;

/**
 * Numbers from zero on for nodes, in the order in which they are met. The database's own may lie far apart. Open addressing
 * over plain arrays: a million nodes take 32 MB.
 */
final class DenseNodes {

    static final int NONE = -1;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] nodes = new long[16];
    private int[] slots = new int[32];
    private int size;

    DenseNodes() {
        Arrays.fill(slots, NONE);
    }

    int size() {
        return size;
    }

    /** The node of a number. */
    long node(int number) {
        return nodes[number];
    }

    /** The number of a node, a new one where it was not met before. */
    int meet(long node) {
        int slot = slot(node);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        if (2 * (size + 1) > slots.length) {
            grow();
            slot = slot(node);
        }
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        nodes[size] = node;
        slots[slot] = size;
        return size++;
    }

    /** The number of a node that was met; {@link #NONE} for any other. */
    int find(long node) {
        return slots[slot(node)];
    }

    private int slot(long node) {
        int mask = slots.length - 1;
        int slot = (int) ((node * SPREAD) >>> 32) & mask;
        while (slots[slot] != NONE && nodes[slots[slot]] != node) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, NONE);
        for (int number = 0; number < size; number++) {
            slots[slot(nodes[number])] = number;
        }
    }
}
