package org.eyrie.sources.tree;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.RowFaults;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that a person or their program wrote. One of the wrong type becomes a fault, and null is returned for it; so an object is read
 * to its end and all of its faults are found. Fields that nobody asks for can be counted as ignored.
 */
public final class Fields extends RowFaults {

    private final Map<String, Object> values;
    private final List<String> asked = new ArrayList<>();
    private final Function<String, ModelId> ids;

    public Fields(Map<String, Object> values) {
        this(values, ModelPaths::asWritten);
    }

    /** @param ids what names of models are, as {@link ModelPaths#asWritten} */
    public Fields(Map<String, Object> values, Function<String, ModelId> ids) {
        this.values = values;
        this.ids = ids;
    }

    /** Tells the sink of every field that holds something and that nobody asked for. */
    public void reportIgnored(FactSink sink) {
        values.forEach((key, value) -> {
            if (value != null && !asked.contains(key)) {
                sink.ignored(key);
            }
        });
    }

    /** Text that is not blank, without surrounding white space; null where absent. A number counts as text. */
    public @Nullable String text(String key) {
        Object value = value(key);
        if (value instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        wrong(key, value, "text");
        return null;
    }

    /** A model's name; absent or blank is a fault. */
    public @Nullable ModelId model(String key) {
        Object value = value(key);
        if (value != null && !(value instanceof String)) {
            wrong(key, value, "a model's name");
            return null;
        }
        String text = text(key);
        if (text == null) {
            fault(key + " must not be blank");
            return null;
        }
        return named(key, text, ids);
    }

    /** A finite number; null where absent. */
    public @Nullable Double number(String key) {
        Object value = value(key);
        if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue())) {
                fault(key + " must be a number, not " + number + ": leave out what was not measured");
                return null;
            }
            return number.doubleValue();
        }
        wrong(key, value, "a number");
        return null;
    }

    /** A whole number; null where absent. */
    public @Nullable Integer integer(String key) {
        Object value = value(key);
        Integer number = ParsedTree.integer(value);
        if (number == null) {
            wrong(key, value, "a whole number");
        }
        return number;
    }

    /** True or false; null where absent. */
    public @Nullable Boolean flag(String key) {
        Object value = value(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        wrong(key, value, "true or false");
        return null;
    }

    /** A day; null where absent. */
    public @Nullable LocalDate date(String key) {
        String text = text(key);
        return text == null ? null : parsed(key, "a date as in ISO 8601", text, LocalDate::parse);
    }

    /** A moment in ISO 8601, UTC; null where absent. */
    public @Nullable Instant instant(String key) {
        String text = text(key);
        return text == null ? null : parsed(key, "a date as in ISO 8601", text, Instant::parse);
    }

    /** An object; null where absent. */
    public @Nullable Map<String, Object> object(String key) {
        Object value = value(key);
        if (value instanceof Map<?, ?> map) {
            return ParsedTree.object(map);
        }
        wrong(key, value, "an object");
        return null;
    }

    /** A list; empty where absent. */
    public List<?> list(String key) {
        Object value = value(key);
        if (value instanceof List<?> list) {
            return list;
        }
        wrong(key, value, "a list");
        return List.of();
    }

    /** Whatever stands there; null where absent. */
    public @Nullable Object value(String key) {
        asked.add(key);
        return values.get(key);
    }

    private void wrong(String key, @Nullable Object value, String wanted) {
        if (value != null) {
            fault(key + " must be " + wanted + ", not " + ParsedTree.describe(value));
        }
    }
}
