package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one request and collects their faults, so that all are told at once. What could not be read
 * is null until {@link #check} has thrown.
 */
final class Inputs {

    private final List<Fault> faults = new ArrayList<>();

    @Nullable
    ModelId model(String name, @Nullable String value) {
        return required(name, value, ModelId::new);
    }

    @Nullable
    BenchmarkId benchmark(String name, @Nullable String value) {
        return required(name, value, BenchmarkId::new);
    }

    /** Benchmarks, none where the parameter is missing. */
    List<BenchmarkId> benchmarks(String name, @Nullable List<String> values, int most) {
        return many(name, values, most, BenchmarkId::new);
    }

    /** Models, none where the parameter is missing. */
    List<ModelId> models(String name, @Nullable List<String> values, int most) {
        return many(name, values, most, ModelId::new);
    }

    /** A number within bounds, or the usual one where the parameter is missing. */
    int number(String name, @Nullable String value, int least, int most, int usual) {
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // told below, with the bounds
        }
        fault(name, "It must be a whole number from " + least + " to " + most + ", not \"" + value + "\".");
        return usual;
    }

    /** True or false; false where the parameter is missing. */
    boolean flag(String name, @Nullable String value) {
        return flag(name, value, false);
    }

    /** True or false; {@code usual} where the parameter is missing. */
    boolean flag(String name, @Nullable String value, boolean usual) {
        if (value == null) {
            return usual;
        }
        if (value.equals("false") || value.equals("true")) {
            return value.equals("true");
        }
        fault(name, "It must be true or false, not \"" + value + "\".");
        return false;
    }

    <T> @Nullable T required(String name, @Nullable String value, Function<String, T> parser) {
        if (value == null) {
            fault(name, "It is missing.");
            return null;
        }
        return parsed(name, value, parser);
    }

    /** What a parameter says; null where it is missing. */
    <T> @Nullable T optional(String name, @Nullable String value, Function<String, T> parser) {
        return value == null ? null : parsed(name, value, parser);
    }

    /** An element of a list; JSON may have null there, which is a fault. */
    <T> @Nullable T element(String name, List<? extends @Nullable T> values, int position) {
        T value = values.get(position);
        if (value == null) {
            fault(name + "[" + position + "]", "It is missing.");
        }
        return value;
    }

    private <T> List<T> many(String name, @Nullable List<String> values, int most, Function<String, T> parser) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            fault(name, "There may be " + most + " at most, not " + values.size() + ".");
            return List.of();
        }
        List<T> parsed = new ArrayList<>();
        for (int position = 0; position < values.size(); position++) {
            T value = required(name + "[" + position + "]", values.get(position), parser);
            if (value != null) {
                parsed.add(value);
            }
        }
        return parsed;
    }

    private <T> @Nullable T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException refused) {
            fault(name, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    void fault(String where, String reason) {
        faults.add(new Fault(where, reason));
    }

    /** @throws InvalidInputException with every fault, if there is one */
    void check() {
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The request", faults);
        }
    }

    /** The value, once {@link #check} has not thrown. */
    static <T> T checked(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A parameter was used before its faults were told");
        }
        return value;
    }
}
