package org.eyrie.sources.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as literals of the query language. Text can never leave its quotes. */
final class CypherLiteral {

    private CypherLiteral() {}

    /** Appends a map with plain keys, a number, a truth value or null; all else as text. */
    static void append(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator).append(entry.getKey()).append(": ");
                append(out, entry.getValue());
                separator = ", ";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            appendText(out, value.toString());
        }
    }

    // Everything but plain ASCII is escaped: quotes, backslashes, line ends, and what looks like them.
    private static void appendText(StringBuilder out, String text) {
        out.append('\'');
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean plain = next >= ' ' && next < 127 && next != '\'' && next != '"' && next != '\\' && next != ';';
            if (plain) {
                out.append(next);
            } else if (next == '\'' || next == '\\') {
                out.append('\\').append(next);
            } else {
                out.append(String.format("\\u%04X", (int) next));
            }
        }
        out.append('\'');
    }
}
