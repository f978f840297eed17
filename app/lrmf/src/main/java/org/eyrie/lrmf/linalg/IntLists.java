package org.eyrie.lrmf.linalg;

import java.util.Arrays;

/** A list of numbers per key, the last one added first. */
final class IntLists {

    private final int[] head;
    private int[] next = new int[64];
    private int[] value = new int[64];
    private int size;

    IntLists(int keys) {
        head = new int[keys];
        Arrays.fill(head, -1);
    }

    void add(int key, int number) {
        if (size == next.length) {
            next = Arrays.copyOf(next, size * 2);
            value = Arrays.copyOf(value, size * 2);
        }
        value[size] = number;
        next[size] = head[key];
        head[key] = size++;
    }

    /** First entry of a key, or -1. */
    int first(int key) {
        return head[key];
    }

    /** Entry after that one, or -1. */
    int next(int entry) {
        return next[entry];
    }

    int value(int entry) {
        return value[entry];
    }
}
