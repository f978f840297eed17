package org.eyrie.sources.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * An object in a server's answer. Absent and null are alike. The first value of another type than expected ends the
 * reading of the object: it is not what the server's documentation says. Rows that people write, whose faults are all
 * to be found, are read with {@link org.eyrie.sources.tree.Fields}.
 */
public final class AnswerFields {

    private final String what;
    private final JsonNode node;

    /**
     * The fields of an object.
     *
     * @param what whose they are, for messages
     * @throws UnreadableException if it is no object
     */
    public static AnswerFields of(String what, JsonNode node) throws UnreadableException {
        if (!node.isObject()) {
            throw new UnreadableException(
                    Place.of(what),
                    "An object was expected, not " + node.getNodeType().name());
        }
        return new AnswerFields(what, node);
    }

    private AnswerFields(String what, JsonNode node) {
        this.what = what;
        this.node = node;
    }

    /** Text; null where it is absent or empty. */
    public @Nullable String text(String key) throws UnreadableException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(key, "text", value);
        }
        return value.textValue().isEmpty() ? null : value.textValue();
    }

    /** Text that must be there. */
    public String required(String key) throws UnreadableException {
        String text = text(key);
        if (text == null) {
            throw new UnreadableException(Place.of(what), "\"" + key + "\" is missing");
        }
        return text;
    }

    /** A number, or one of the words that JSON has no number for: {@code "NaN"}, {@code "Infinity"}. */
    public @Nullable Double number(String key) throws UnreadableException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (value.isTextual()) {
            return switch (value.textValue()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw wrong(key, "a number", value);
            };
        }
        if (!value.isNumber()) {
            throw wrong(key, "a number", value);
        }
        return value.doubleValue();
    }

    /** A time as milliseconds since 1970, as a number or its digits. */
    public @Nullable Instant millis(String key) throws UnreadableException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        long millis = value.asLong(-1);
        if (millis < 0) {
            throw wrong(key, "a time in milliseconds", value);
        }
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** A time such as {@code 2024-08-05T10:30:00.000Z}; null where it is absent or cannot be understood. */
    public @Nullable Instant time(String key) {
        JsonNode value = value(key);
        try {
            return value == null || !value.isTextual() ? null : Instant.parse(value.textValue());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Fields of an object inside; null where it is absent. */
    public @Nullable AnswerFields object(String key) throws UnreadableException {
        JsonNode value = value(key);
        return value == null ? null : of(what + " " + key, value);
    }

    /** Elements of a list; none where it is absent. */
    public List<JsonNode> list(String key) throws UnreadableException {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(key, "a list", value);
        }
        List<JsonNode> elements = new ArrayList<>(value.size());
        value.forEach(elements::add);
        return elements;
    }

    /** A list of {@code {"key": ..., "value": ...}} as a map, in its order; the last of equal keys wins. */
    public Map<String, String> pairs(String key) throws UnreadableException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonNode each : list(key)) {
            AnswerFields pair = of(what + " " + key, each);
            String value = pair.text("value");
            pairs.put(pair.required("key"), value == null ? "" : value);
        }
        return pairs;
    }

    /** The value as it is; null where it is absent. */
    public @Nullable JsonNode value(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private UnreadableException wrong(String key, String wanted, JsonNode value) {
        return new UnreadableException(
                Place.of(what),
                "\"" + key + "\" must be " + wanted + ", not "
                        + value.getNodeType().name());
    }
}
