package org.eyrie.sources.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/** What JSON and YAML parse to: maps with text keys, lists, text, numbers, truth values. */
public final class ParsedTree {

    private ParsedTree() {}

    /** The map with its keys as text. YAML allows others. */
    public static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    /** The object under a key; empty where there is none. */
    public static Map<String, Object> child(Map<String, Object> tree, String key) {
        return tree.get(key) instanceof Map<?, ?> map ? object(map) : Map.of();
    }

    /** What stands at the end of a path of keys; null where the path breaks off. */
    public static @Nullable Object at(Map<String, Object> tree, String... path) {
        Object here = tree;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    /** A whole number, which programs write as 5 or 5.0; null for everything else. */
    public static @Nullable Integer integer(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9) {
            return number.intValue();
        }
        return null;
    }

    /** What a value is, for messages. */
    public static String describe(@Nullable Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String text ? Text.quoted(text) : String.valueOf(value);
    }
}
