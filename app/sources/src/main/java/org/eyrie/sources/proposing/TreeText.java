package org.eyrie.sources.proposing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Programs that are written as trees of JSON, as text. No operator is known here: the schema names arguments so that the text
 * follows from the tree, and whether it is a program says the parser.
 */
final class TreeText {

    private static final int DEPTH = 40;

    private TreeText() {}

    /**
     * The text of a program.
     *
     * @throws IllegalArgumentException if it is no such tree
     */
    static String program(JsonNode tree) {
        return "base + " + text(tree, 0);
    }

    private static String text(JsonNode tree, int depth) {
        if (depth > DEPTH) {
            throw new IllegalArgumentException("A program is not that deep");
        }
        if (tree.isNumber()) {
            return new BigDecimal(tree.asText()).toPlainString();
        }
        if (tree.isTextual()) {
            return tree.asText();
        }
        JsonNode operator = tree.get("op");
        if (operator == null || !operator.isTextual()) {
            throw new IllegalArgumentException("Each part is a number, a name, or an object that begins with op");
        }
        if (tree.has("a") && tree.has("b") && operator.asText().matches("[-+*]")) {
            return "(" + text(tree.get("a"), depth + 1) + " " + operator.asText() + " " + text(tree.get("b"), depth + 1)
                    + ")";
        }
        StringJoiner arguments = new StringJoiner(", ", operator.asText() + "(", ")");
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            if (entry.getKey().equals("op")) {
                continue;
            }
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(one -> arguments.add(text(one, depth + 1)));
            } else {
                String name = entry.getKey().endsWith("=") ? entry.getKey() : "";
                arguments.add(name + text(entry.getValue(), depth + 1));
            }
        }
        return arguments.toString();
    }
}
