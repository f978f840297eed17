package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names so much like others that one of the two may be a slip: other case, gaps, hyphens or points, or one letter too many,
 * missing, swapped or wrong in a word of five letters or more. Numbers, versions and single letters tell models
 * apart and are no slips.
 */
final class Lookalikes {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_.-]+");
    private static final Pattern NOT_IN_A_NUMBER = Pattern.compile("(?<!\\d)-|-(?!\\d)");

    private static final int WORD = 5;

    /** Beyond, letters are not compared: whoever brings so many new names did not type them. */
    private static final int TYPED = 1_000;

    private Lookalikes() {}

    /**
     * Of some new names those that resemble another one, with the first that each resembles.
     *
     * @param fresh names nobody knew
     * @param others what they may have been meant for; a name that is in both is not compared with itself
     */
    static Map<String, String> among(Set<String> fresh, Collection<String> others) {
        Map<String, List<String>> folded = new HashMap<>();
        Map<String, List<String>> shortened = new HashMap<>();
        for (String name : fresh) {
            put(folded, bare(name), name);
            if (fresh.size() <= TYPED) {
                around(folded(name)).forEach(key -> put(shortened, key, name));
            }
        }
        Map<String, String> found = new HashMap<>();
        for (String other : others) {
            String hyphened = folded(other);
            folded.getOrDefault(bare(other), List.of()).stream()
                    .filter(name -> !name.equals(other))
                    .forEach(name -> found.putIfAbsent(name, other));
            if (!shortened.isEmpty()) {
                around(hyphened)
                        .flatMap(key -> shortened.getOrDefault(key, List.of()).stream())
                        .filter(name -> isSlip(folded(name), hyphened))
                        .forEach(name -> found.putIfAbsent(name, other));
            }
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        fresh.stream().filter(found::containsKey).sorted().forEach(name -> inOrder.put(name, found.get(name)));
        return inOrder;
    }

    private static void put(Map<String, List<String>> map, String key, String name) {
        map.computeIfAbsent(key, any -> new ArrayList<>(1)).add(name);
    }

    private static String folded(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** Without hyphens, but for those between numbers: 2.5 is not 25. */
    private static String bare(String name) {
        return NOT_IN_A_NUMBER.matcher(folded(name)).replaceAll("");
    }

    /** The name, and the name without each of its letters. */
    private static Stream<String> around(String name) {
        return Stream.concat(
                Stream.of(name),
                IntStream.range(0, name.length())
                        .filter(at -> Character.isLetter(name.charAt(at)))
                        .mapToObj(at -> name.substring(0, at) + name.substring(at + 1)));
    }

    private static boolean isSlip(String one, String other) {
        boolean first = one.length() >= other.length();
        String longer = first ? one : other;
        String shorter = first ? other : one;
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        if (at == longer.length() || !isInAWord(longer, at)) {
            return false;
        }
        if (longer.length() > shorter.length()) {
            return longer.length() == shorter.length() + 1
                    && longer.substring(at + 1).equals(shorter.substring(at));
        }
        if (!Character.isLetter(shorter.charAt(at))) {
            return false;
        }
        boolean swapped = at + 1 < longer.length()
                && longer.charAt(at) == shorter.charAt(at + 1)
                && longer.charAt(at + 1) == shorter.charAt(at)
                && longer.substring(at + 2).equals(shorter.substring(at + 2));
        return swapped || longer.substring(at + 1).equals(shorter.substring(at + 1));
    }

    private static boolean isInAWord(String name, int at) {
        int from = at;
        int to = at;
        while (from > 0 && Character.isLetter(name.charAt(from - 1))) {
            from--;
        }
        while (to < name.length() && Character.isLetter(name.charAt(to))) {
            to++;
        }
        return to > at && to - from >= WORD;
    }
}
