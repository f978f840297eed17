package org.eyrie.store.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** Values of the database as JSON can carry them; {@link QueryResult} says how. */
final class PlainValue {

    private PlainValue() {}

    static @Nullable Object of(Value value) {
        return of(value.asObject());
    }

    private static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : number.toString();
        }
        if (value instanceof Path path) {
            return path(path);
        }
        if (value instanceof Node node) {
            Map<String, Object> plain = entity("node", node);
            plain.put("labels", list(node.labels()));
            plain.put("properties", map(node.asMap()));
            return plain;
        }
        if (value instanceof Relationship relationship) {
            return relationship(relationship);
        }
        if (value instanceof Iterable<?> values) {
            return list(values);
        }
        if (value instanceof Map<?, ?> values) {
            return map(values);
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        return value.toString();
    }

    private static Map<String, Object> path(Path path) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", "path");
        plain.put("nodes", list(path.nodes()));
        plain.put("relationships", list(path.relationships()));
        return plain;
    }

    private static Map<String, Object> relationship(Relationship relationship) {
        Map<String, Object> plain = entity("relationship", relationship);
        plain.put("type", relationship.type());
        plain.put("from", relationship.startNodeElementId());
        plain.put("to", relationship.endNodeElementId());
        plain.put("properties", map(relationship.asMap()));
        return plain;
    }

    private static Map<String, Object> entity(String kind, Entity entity) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", kind);
        plain.put("id", entity.elementId());
        return plain;
    }

    private static List<@Nullable Object> list(Iterable<?> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(of(value)));
        return plain;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) {
        Map<String, @Nullable Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(String.valueOf(name), of(value)));
        return plain;
    }
}
