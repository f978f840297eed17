package org.eyrie.engine.graph;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Values by a number that each has. */
final class ByNumber<T> {

    private final List<T> all;
    private final int[] start;

    private ByNumber(List<T> all, int[] start) {
        this.all = all;
        this.start = start;
    }

    /**
     * Values of one number keep their order.
     *
     * @param number from 0 to less than {@code numbers}
     */
    static <T> ByNumber<T> of(List<T> values, ToIntFunction<T> number, int numbers) {
        List<T> sorted = values.stream().sorted(Comparator.comparingInt(number)).toList();
        int[] start = new int[numbers + 1];
        for (T value : sorted) {
            start[number.applyAsInt(value) + 1]++;
        }
        for (int n = 0; n < numbers; n++) {
            start[n + 1] += start[n];
        }
        return new ByNumber<>(sorted, start);
    }

    List<T> of(int number) {
        return all.subList(start[number], start[number + 1]);
    }

    List<T> all() {
        return all;
    }
}
