package org.eyrie.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as headers and indices have it: objects, lists, strings, whole numbers. Objects become maps in order, numbers
 * {@link Long} or {@link Double}. A name that an object has twice is a fault, which is why this is not a library's reader.
 */
final class JsonReader {

    private static final int DEEPEST = 32;

    /** What is no JSON; the message has the character. */
    static final class BadJson extends Exception {

        private static final long serialVersionUID = 1L;

        BadJson(String message) {
            super(message);
        }
    }

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static Object read(String text) throws BadJson {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.bad("something follows the end");
        }
        return value;
    }

    private Object value() throws BadJson {
        space();
        if (at >= text.length()) {
            throw bad("it ends in the middle");
        }
        if (++depth > DEEPEST) {
            throw bad("it is nested deeper than " + DEEPEST);
        }
        char c = text.charAt(at);
        Object value =
                switch (c) {
                    case '{' -> object();
                    case '[' -> list();
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    case 'n' -> word("null", "");
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() throws BadJson {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            String name = string();
            expect(':');
            if (object.put(name, value()) != null) {
                throw bad("\"" + name + "\" occurs twice");
            }
            space();
            if (peek() != ',') {
                break;
            }
            at++;
            space();
        }
        expect('}');
        return object;
    }

    private List<Object> list() throws BadJson {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value());
            space();
            if (peek() != ',') {
                break;
            }
            at++;
        }
        expect(']');
        return list;
    }

    private String string() throws BadJson {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws BadJson {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            case '"', '\\', '/' -> c;
            default -> throw bad("\\" + c + " means nothing");
        };
    }

    private char unicode() throws BadJson {
        if (at + 4 > text.length()) {
            throw bad("it ends in the middle");
        }
        try {
            char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
            return c;
        } catch (NumberFormatException e) {
            throw bad("\\u wants four hexadecimal digits");
        }
    }

    private Object word(String word, Object value) throws BadJson {
        if (!text.startsWith(word, at)) {
            throw bad("\"" + text.charAt(at) + "\" begins nothing");
        }
        at += word.length();
        return value;
    }

    private Object number() throws BadJson {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        try {
            if (number.matches("-?\\d+")) {
                return Long.parseLong(number);
            }
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            at = start;
            throw bad(number.isEmpty() ? "\"" + text.charAt(at) + "\" begins nothing" : number + " is no number");
        }
    }

    private char peek() throws BadJson {
        if (at >= text.length()) {
            throw bad("it ends in the middle");
        }
        return text.charAt(at);
    }

    private void expect(char c) throws BadJson {
        space();
        if (peek() != c) {
            throw bad("a " + c + " is missing");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private BadJson bad(String what) {
        return new BadJson(what + ", at character " + (at + 1));
    }
}
