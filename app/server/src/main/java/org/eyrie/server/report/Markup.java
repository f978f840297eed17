package org.eyrie.server.report;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes elements of HTML and SVG. Text and attributes are escaped: names of models may hold anything. */
final class Markup {

    private final PrintWriter out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(PrintWriter out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Markup begin(String element, Object... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup end() {
        out.print("</" + open.pop() + ">");
        if (open.size() < 4) {
            out.println();
        }
        return this;
    }

    /** An element without content, such as a line of a drawing. */
    Markup empty(String element, Object... attributes) {
        tag(element, attributes);
        out.print("</" + element + ">");
        return this;
    }

    /** An element with nothing but text. */
    Markup element(String element, String text, Object... attributes) {
        return begin(element, attributes).text(text).end();
    }

    Markup text(String text) {
        out.print(escaped(text));
        return this;
    }

    /** What needs no closing and no escaping: the document's head and styles, which are ours. */
    Markup raw(String own) {
        out.println(own);
        return this;
    }

    private void tag(String element, Object... attributes) {
        out.print("<" + element);
        for (int k = 0; k < attributes.length; k += 2) {
            out.print(" " + attributes[k] + "=\"" + escaped(value(attributes[k + 1])) + "\"");
        }
        out.print(">");
    }

    private static String value(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
