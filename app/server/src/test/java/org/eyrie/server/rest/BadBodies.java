package org.eyrie.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies that nobody should send: broken ones, and for each field of a schema, at any depth, values it cannot have. */
final class BadBodies {

    private static final List<String> BROKEN = List.of(
            "",
            " ",
            "{",
            "}",
            "[",
            "null",
            "true",
            "1",
            "-1e999",
            "NaN",
            "\"text\"",
            "[]",
            "[null]",
            "{}{}",
            "{'a': 1}",
            "{\"nobody/knows\": 1}",
            "{\"\": null}",
            "{\"\\u0000\": \"\\ud800\"}",
            "\u0000",
            "[".repeat(2_000));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1e999",
            "-1e999",
            "NaN",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"text\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "[\" \"]",
            "{}",
            "{\"a\": {\"b\": null}}");

    /** The same in short, for bodies that lack a field: some faults show only where another field is not there. */
    private static final List<String> FEW_VALUES = List.of("null", "-1", "\"\"", "\"text\"", "[null]", "[{}]");

    private final Description description;
    private final ObjectMapper json = new ObjectMapper();

    BadBodies(Description description) {
        this.description = description;
    }

    List<String> of(Map<?, ?> schema) {
        List<String> bodies = new ArrayList<>(BROKEN);
        JsonNode good = good(schema);
        if (good instanceof ObjectNode object) {
            spoil(object, object, VALUES, bodies);
            for (String name : names(object)) {
                ObjectNode lacking = object.deepCopy();
                lacking.remove(name);
                bodies.add(written(lacking));
                spoil(lacking, lacking, FEW_VALUES, bodies);
            }
        }
        return bodies;
    }

    // One field after the other is replaced and put back, so that all others are as they should be.
    private void spoil(ObjectNode root, ObjectNode object, List<String> values, List<String> bodies) {
        for (String name : names(object)) {
            JsonNode right = object.get(name);
            for (String value : values) {
                object.putRawValue(name, new RawValue(value));
                bodies.add(written(root));
                if (right instanceof ArrayNode) {
                    object.putRawValue(name, new RawValue("[" + value + "]"));
                    bodies.add(written(root));
                }
            }
            object.set(name, right);
            if (right instanceof ObjectNode inner) {
                spoil(root, inner, values, bodies);
            } else if (right instanceof ArrayNode array && array.get(0) instanceof ObjectNode inner) {
                spoil(root, inner, values, bodies);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String written(JsonNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the schema would have; text is the id of a model of the sample. */
    private JsonNode good(Map<?, ?> schema) {
        Map<?, ?> shape = description.resolved(schema);
        Map<?, ?> properties = Description.map(shape.get("properties"));
        if (!properties.isEmpty()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            properties.forEach((name, property) -> object.set(String.valueOf(name), good(Description.map(property))));
            return object;
        }
        return switch (String.valueOf(shape.get("type"))) {
            case "array" -> JsonNodeFactory.instance.arrayNode().add(good(Description.map(shape.get("items"))));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer" -> JsonNodeFactory.instance.numberNode(1);
            case "number" -> JsonNodeFactory.instance.numberNode(0.5);
            case "object" -> JsonNodeFactory.instance.objectNode().put("modelId", org.eyrie.server.Sample.MIX);
            default -> JsonNodeFactory.instance.textNode(org.eyrie.server.Sample.MIX);
        };
    }
}
