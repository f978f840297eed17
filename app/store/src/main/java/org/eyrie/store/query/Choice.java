package org.eyrie.store.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a statement that can be pasted as it is and asked with parameters too: a map of them, all null there,
 * for which the program puts one of its own as a parameter.
 */
final class Choice {

    private static final Pattern LINE = Pattern.compile("(?m)^WITH \\{([^}]*)} AS chosen$");
    private static final Pattern NAME = Pattern.compile("(\\w+): null");

    private Choice() {}

    static boolean isIn(String statement) {
        return LINE.matcher(statement).find();
    }

    /** Names in the map, in their order. */
    static List<String> names(String statement) {
        Matcher line = LINE.matcher(statement);
        return line.find()
                ? NAME.matcher(line.group(1))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toList())
                : List.of();
    }

    /** The statement that takes its map as the parameter {@code chosen}. */
    static String asParameter(String statement) {
        return LINE.matcher(statement).replaceFirst(Matcher.quoteReplacement("WITH $chosen AS chosen"));
    }

    /** That parameter: null for each that is not given. */
    static Map<String, ? extends @Nullable Object> parameters(
            String statement, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> chosen = new TreeMap<>();
        names(statement).forEach(name -> chosen.put(name, given.get(name)));
        return Map.of("chosen", chosen);
    }
}
