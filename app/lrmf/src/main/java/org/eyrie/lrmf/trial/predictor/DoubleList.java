package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;

/** Growing array of numbers, without boxing. */
final class DoubleList {

    private double[] values = new double[4];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    double get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }
}
