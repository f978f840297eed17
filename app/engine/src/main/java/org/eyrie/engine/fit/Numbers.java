package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Numbers names from zero: those of a dictionary first, in its order, and new ones after them. */
final class Numbers<T> {

    /** Stands for what is not known. */
    static final int UNKNOWN = -1;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> names = new ArrayList<>();

    Numbers(List<T> known) {
        known.forEach(this::of);
    }

    /** The number of a name, a new one where it has none yet; {@link #UNKNOWN} for null. */
    int of(@Nullable T name) {
        if (name == null) {
            return UNKNOWN;
        }
        Integer number = numbers.putIfAbsent(name, names.size());
        if (number != null) {
            return number;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** The number of a name; empty where it has none. */
    OptionalInt find(T name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The name of a number; null for {@link #UNKNOWN}. */
    @Nullable
    T name(int number) {
        return number == UNKNOWN ? null : names.get(number);
    }

    int size() {
        return names.size();
    }
}
