package org.eyrie.llama.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, doubles, booleans and null. Strict: no comments, no key twice, nothing
 * after the value.
 */
public final class JsonParser {

    private static final int MAX_DEPTH = 100;

    private final String text;
    private int at;
    private int depth;

    private JsonParser(String text) {
        this.text = text;
    }

    /**
     * Any value.
     *
     * @throws IllegalArgumentException if it is no JSON, with line and column of what is wrong
     */
    public static @Nullable Object parse(String text) {
        JsonParser parser = new JsonParser(text);
        Object value = parser.value();
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.fault("nothing may follow the value");
        }
        return value;
    }

    /**
     * An object.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    public static Map<String, @Nullable Object> object(String text) {
        JsonParser parser = new JsonParser(text);
        parser.skipBlanks();
        if (parser.peek() != '{') {
            throw parser.fault("a JSON object is expected, between braces");
        }
        Map<String, @Nullable Object> object = parser.object();
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.fault("nothing may follow the object");
        }
        return object;
    }

    private @Nullable Object value() {
        skipBlanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        boolean more = !closes('}');
        while (more) {
            skipBlanks();
            if (peek() != '"') {
                throw fault("a key between quotation marks is expected");
            }
            String key = string();
            if (object.containsKey(key)) {
                throw fault("the key \"" + key + "\" stands twice");
            }
            skipBlanks();
            expect(':');
            object.put(key, value());
            more = continues('}');
        }
        depth--;
        return object;
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> array = new ArrayList<>();
        boolean more = !closes(']');
        while (more) {
            array.add(value());
            more = continues(']');
        }
        depth--;
        return array;
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw fault("it is nested more than " + MAX_DEPTH + " deep");
        }
    }

    private boolean closes(char bracket) {
        skipBlanks();
        if (peek() != bracket) {
            return false;
        }
        at++;
        return true;
    }

    private boolean continues(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        at++;
        StringBuilder string = new StringBuilder();
        while (true) {
            char next = take();
            if (next == '"') {
                return string.toString();
            }
            if (next < ' ') {
                throw fault("a control character must be escaped");
            }
            string.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() {
        char escape = take();
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("\\" + escape + " means nothing");
        };
    }

    private char unicode() {
        int code = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = Character.digit(take(), 16);
            if (value < 0) {
                throw fault("\\u needs four hexadecimal digits");
            }
            code = code * 16 + value;
        }
        return (char) code;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw fault("a value is expected");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            at = from;
            throw fault(number.isEmpty() ? "a value is expected" : number + " is no number");
        }
        return Double.valueOf(number);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("it ends too early");
        }
        return text.charAt(at);
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private void expect(char wanted) {
        skipBlanks();
        if (peek() != wanted) {
            throw fault("\"" + wanted + "\" is expected");
        }
        at++;
    }

    private IllegalArgumentException fault(String what) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new IllegalArgumentException("line " + line + ", column " + column + ": " + what);
    }
}
