package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * What the harness was told of a model: {@code key=value,key=value} as on its command line, or an object, as it is or in
 * a text. A piece without a key belongs to the value before it, which then holds a comma; quotes around a value are no
 * part of it.
 */
final class ModelArguments {

    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=(.*)", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("\\s*['\"]?([A-Za-z_]\\w*)['\"]?\\s*:(.*)", Pattern.DOTALL);
    private static final String OPENING = "[{(";
    private static final String CLOSING = "]})";

    private final Map<String, Object> values;

    private ModelArguments(Map<String, Object> values) {
        this.values = values;
    }

    /** @param arguments a text or an object; everything else says nothing */
    static ModelArguments of(@Nullable Object arguments) {
        if (arguments instanceof Map<?, ?> map) {
            return new ModelArguments(ParsedTree.object(map));
        }
        return new ModelArguments(arguments instanceof String text ? parsed(unquoted(text)) : Map.of());
    }

    /** A text that is not blank; of a list its last one. Empty where nothing is told, or None. */
    Optional<String> text(String key) {
        List<String> all = texts(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Every text of a list, which may be written with commas between; one that is no list stands alone. */
    List<String> texts(String key) {
        Object value = values.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> add(String.valueOf(each), texts));
        } else if (value instanceof String || value instanceof Number) {
            add(String.valueOf(value), texts);
        }
        return texts;
    }

    /** Every name in a value that is a list by its nature, such as {@code a,b} or {@code [a, b]}. */
    List<String> listed(String key) {
        List<String> names = new ArrayList<>();
        for (String text : texts(key)) {
            boolean bracketed = text.startsWith("[") && text.endsWith("]");
            for (String piece : (bracketed ? text.substring(1, text.length() - 1) : text).split(",", -1)) {
                add(piece, names);
            }
        }
        return names;
    }

    private static void add(String value, List<String> texts) {
        String text = unquoted(value);
        if (!text.isBlank() && !text.equals("None") && !text.equals("null")) {
            texts.add(text);
        }
    }

    private static Map<String, Object> parsed(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return pairs(text, PAIR);
        }
        try {
            return StrictJson.line(Place.of("model_args"), text);
        } catch (UnreadableException e) {
            return pairs(text.substring(1, text.length() - 1), MEMBER); // as Python prints it
        }
    }

    private static Map<String, Object> pairs(String text, Pattern pair) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        String last = null;
        for (String piece : pieces(text)) {
            Matcher matcher = pair.matcher(piece);
            if (matcher.matches()) {
                last = matcher.group(1);
                pairs.put(last, matcher.group(2).strip());
            } else if (last != null && !piece.isBlank()) {
                pairs.put(last, pairs.get(last) + "," + piece.strip());
            }
        }
        return pairs;
    }

    /** Between commas that stand neither in brackets nor in quotes; where those never close, between all commas. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        char before = ',';
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if ((character == '"' || character == '\'') && "=:,[{(".indexOf(before) >= 0) {
                quote = character;
            } else if (OPENING.indexOf(character) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(character) >= 0) {
                depth--;
            } else if (character == ',' && depth == 0) {
                pieces.add(text.substring(start, at));
                start = at + 1;
            }
            before = Character.isWhitespace(character) ? before : character;
        }
        pieces.add(text.substring(start));
        return depth == 0 && quote == 0 ? pieces : List.of(text.split(",", -1));
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
