package org.eyrie.boosting;

import java.util.Arrays;

/** Numbers that are appended one after the other. */
final class DoubleRow {

    private double[] value = new double[64];
    private int size;

    void add(double number) {
        if (size == value.length) {
            value = Arrays.copyOf(value, 2 * size);
        }
        value[size++] = number;
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(value, size);
    }
}
