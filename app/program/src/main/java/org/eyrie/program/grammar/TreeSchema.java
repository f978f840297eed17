package org.eyrie.program.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.eyrie.program.language.Slot;
import org.eyrie.program.language.ValueType;

/**
 * The JSON schema (2020-12) of programs as trees, for servers that bind answers to a schema and know no grammar.
 *
 * <p>A tree is what is added to the base. A number is a number and an operator without arguments its name; any other is an
 * object that begins with {@code op} and has its arguments in their order, the name of one that is written with its name ending
 * in {@code =}, so that a tree becomes text without a table of operators: {@code {"op": "keep", "v": "taus", "share": 0.4,
 * "restore=": "l1"}} is {@code keep(taus, .4, restore=l1)}. What stands between two terms has {@code a} and {@code b}, what takes
 * any number of arguments a list {@code of}.
 */
public final class TreeSchema {

    private TreeSchema() {}

    /** The schema, whose root is a tree of type vec. */
    public static String json() {
        List<String> types = new ArrayList<>();
        for (ValueType type : ValueType.values()) {
            if (type != ValueType.WORD) {
                types.add("\"" + name(type) + "\":{\"anyOf\":[" + String.join(",", alternatives(type)) + "]}");
            }
        }
        return "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$ref\":\"#/$defs/vec\",\"$defs\":{"
                + String.join(",", types) + "}}";
    }

    private static List<String> alternatives(ValueType type) {
        List<String> alternatives = new ArrayList<>();
        if (type == ValueType.NUM) {
            alternatives.add("{\"type\":\"number\"}");
        }
        for (Operator operator : Operator.values()) {
            switch (operator.form()) {
                case LEAF -> {}
                case NAME -> {
                    if (operator.canGive(type)) {
                        alternatives.add("{\"const\":\"" + operator.text() + "\"}");
                    }
                }
                case INFIX -> infix(operator, type, alternatives);
                case CALL, LIST -> {
                    if (operator.canGive(type)) {
                        alternatives.add(call(operator, type));
                    }
                }
            }
        }
        return alternatives;
    }

    private static void infix(Operator operator, ValueType type, List<String> alternatives) {
        if (type == ValueType.MASK) {
            return;
        }
        boolean product = operator == Operator.MULTIPLY;
        alternatives.add(between(operator, product ? ValueType.NUM : type, type));
        if (product && type == ValueType.VECS) {
            alternatives.add(between(operator, ValueType.PER, type));
        } else if (product && type == ValueType.VEC) {
            alternatives.add(between(operator, ValueType.MASK, type));
        } else if (operator == Operator.SUBTRACT && type == ValueType.VECS) {
            alternatives.add(between(operator, type, ValueType.VEC));
        }
    }

    private static String between(Operator operator, ValueType left, ValueType right) {
        return object(
                operator,
                List.of("\"a\":" + reference(left), "\"b\":" + reference(right)),
                List.of("\"op\"", "\"a\"", "\"b\""));
    }

    private static String call(Operator operator, ValueType type) {
        if (operator.form() == Form.LIST) {
            String of = "\"of\":{\"type\":\"array\",\"minItems\":1,\"maxItems\":64,\"items\":"
                    + value(operator.parameters().get(0), type) + "}";
            return object(operator, List.of(of), List.of("\"op\"", "\"of\""));
        }
        List<String> properties = new ArrayList<>();
        List<String> required = new ArrayList<>(List.of("\"op\""));
        for (Parameter parameter : operator.parameters()) {
            String key = "\"" + parameter.name() + (parameter.named() ? "=" : "") + "\"";
            properties.add(key + ":" + value(parameter, type));
            if (!parameter.optional()) {
                required.add(key);
            }
        }
        return object(operator, properties, required);
    }

    private static String object(Operator operator, List<String> properties, List<String> required) {
        return "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"op\":{\"const\":\""
                + operator.text() + "\"}," + String.join(",", properties) + "},\"required\":["
                + String.join(",", required) + "]}";
    }

    private static String value(Parameter parameter, ValueType type) {
        if (!parameter.words().isEmpty()) {
            return parameter.words().stream()
                    .map(word -> "\"" + word + "\"")
                    .collect(Collectors.joining(",", "{\"enum\":[", "]}"));
        }
        return switch (parameter.slot()) {
            case INTEGER -> bounded("integer", parameter);
            case CONSTANT -> bounded("number", parameter);
            case TENSORS -> reference(type);
            case VECS -> reference(ValueType.VECS);
            case VEC -> reference(ValueType.VEC);
            case MASK -> reference(ValueType.MASK);
            case PER -> reference(ValueType.PER);
            case NUM -> reference(ValueType.NUM);
            case WEIGHT -> type == ValueType.VECS ? either(ValueType.NUM, ValueType.PER) : reference(ValueType.NUM);
            case BLEND -> either(ValueType.NUM, ValueType.MASK);
            case CHOICE -> throw new IllegalArgumentException("No words: " + Slot.CHOICE);
        };
    }

    private static String bounded(String type, Parameter parameter) {
        return "{\"type\":\"" + type + "\",\"minimum\":" + number(parameter.least()) + ",\"maximum\":"
                + number(parameter.most()) + "}";
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? Long.toString(Math.round(bound)) : Double.toString(bound);
    }

    private static String either(ValueType one, ValueType other) {
        return "{\"anyOf\":[" + reference(one) + "," + reference(other) + "]}";
    }

    private static String reference(ValueType type) {
        return "{\"$ref\":\"#/$defs/" + name(type) + "\"}";
    }

    private static String name(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
