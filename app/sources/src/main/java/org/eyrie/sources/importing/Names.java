package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the names of an import, from zero, in the order they are met. */
final class Names<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> names = new ArrayList<>();
    private int last = -1;

    int number(T name) {
        // One name often comes many times in a row, and among a million of them each look-up is a walk through cold
        // memory.
        if (last >= 0 && names.get(last).equals(name)) {
            return last;
        }
        Integer known = numbers.get(name);
        if (known == null) {
            known = names.size();
            numbers.put(name, known);
            names.add(name);
        }
        last = known;
        return known;
    }

    T name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }
}
