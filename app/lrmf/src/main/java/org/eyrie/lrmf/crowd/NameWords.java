package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a name is made of: its words without the author's namespace, and which generation of a line it is. */
final class NameWords {

    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9.]+");

    /** As in 7b, 1.5b and 8x7b. */
    private static final Pattern SIZE = Pattern.compile("(?<![a-z0-9.])[0-9][0-9.x]*[bm](?![a-z0-9])");

    /** Letters and a number behind them, as in qwen2.5, llama-3.1 and phi-3. */
    private static final Pattern VERSION = Pattern.compile("([a-z]+)[-_ ]*v?([0-9]+(?:\\.[0-9]+)?)");

    private NameWords() {}

    /** Its words, and neighbouring ones together. */
    static List<String> of(String name) {
        Set<String> words = words(own(name)).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> found = new ArrayList<>(words);
        String before = "";
        for (String word : words) {
            if (!before.isEmpty()) {
                found.add(before + ' ' + word);
            }
            before = word;
        }
        return found;
    }

    /** Line and generation, as qwen2.5; the first word where there is no number but sizes. */
    static String version(String name) {
        String own = own(name);
        Matcher found = VERSION.matcher(SIZE.matcher(own).replaceAll(""));
        return found.find()
                ? found.group(1) + found.group(2)
                : words(own).findFirst().orElse(own);
    }

    private static Stream<String> words(String own) {
        return SEPARATORS.splitAsStream(own).filter(word -> !word.isEmpty());
    }

    private static String own(String name) {
        return name.substring(name.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
