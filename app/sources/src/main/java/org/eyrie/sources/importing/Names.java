package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the names of an import, from zero, in the order they are met. */
final class Names<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> names = new ArrayList<>();

    int number(T name) {
        Integer number = numbers.putIfAbsent(name, names.size());
        if (number == null) {
            names.add(name);
            return names.size() - 1;
        }
        return number;
    }

    T name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }
}
