package org.eyrie.sources.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON node as lists, maps, text, numbers and flags: the shape that YAML has as well. */
public final class JsonTree {

    private JsonTree() {}

    /** A node of bounded depth, as {@link JsonBody} yields them. */
    public static @Nullable Object of(JsonNode node) {
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>(node.size());
            node.forEach(each -> list.add(of(each)));
            return list;
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(each -> map.put(each.getKey(), of(each.getValue())));
            return map;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node.isNull() ? null : node.asText();
    }
}
