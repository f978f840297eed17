package org.eyrie.model;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model's name tells of it.
 *
 * @param author the namespace in lower case, or null where there is none
 * @param series the first run of letters, which versions of one model have in common, or null where there is none
 * @param words positions in {@link #WORDS}, rising
 * @param parametersBillions size as in {@code 7b} or {@code 8x7b}, or NaN
 */
public record ModelName(
        @Nullable String author, @Nullable String series, List<Integer> words, double parametersBillions) {

    /** Words that tell of a model's making. Stored fits hold positions: append only. */
    public static final List<String> WORDS = List.of(
            "instruct",
            "it",
            "chat",
            "dpo",
            "orpo",
            "simpo",
            "sft",
            "abliterated",
            "uncensored",
            "coder",
            "math",
            "r1",
            "merge",
            "slerp",
            "ties",
            "stock",
            "base",
            "reasoning",
            "think",
            "rp",
            "distill");

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern NUMBER_AT_END = Pattern.compile("[0-9.]+$");
    private static final Pattern SIZE = Pattern.compile("(?<![a-z0-9.])(?:(\\d+)x)?(\\d+(?:\\.\\d+)?)b(?![a-z0-9])");

    /** Experts share what is not expert: eight experts of 7 billion make some 47 billion parameters, not 56. */
    private static final double EXPERT_SHARE = 0.9;

    public ModelName {
        words = List.copyOf(words);
    }

    /** Reads a name; case does not matter. */
    public static ModelName of(ModelId id) {
        String author = id.namespace().toLowerCase(Locale.ROOT);
        String name = id.value().substring(id.value().indexOf('/') + 1).toLowerCase(Locale.ROOT);
        Matcher letters = LETTERS.matcher(name);
        return new ModelName(
                author.isEmpty() ? null : author, letters.find() ? letters.group() : null, words(name), size(name));
    }

    /**
     * Size in billions of parameters, or NaN: as it was recorded, or else as the name tells where no training was
     * recorded either, that is, where nobody looked at more than the name.
     */
    public double parametersBillions(Traits traits) {
        Double recorded = traits.parametersBillions();
        return recorded != null && recorded > 0 ? recorded : traits.type() == null ? parametersBillions : Double.NaN;
    }

    private static List<Integer> words(String name) {
        TreeSet<Integer> found = new TreeSet<>();
        for (String part : SEPARATORS.splitAsStream(name).toList()) {
            found.add(WORDS.indexOf(part));
            found.add(WORDS.indexOf(NUMBER_AT_END.matcher(part).replaceFirst("")));
        }
        found.remove(-1);
        return List.copyOf(found);
    }

    private static double size(String name) {
        Matcher matcher = SIZE.matcher(name);
        double size = Double.NaN;
        while (matcher.find()) {
            double times = matcher.group(1) == null ? 1 : EXPERT_SHARE * Double.parseDouble(matcher.group(1));
            size = times * Double.parseDouble(matcher.group(2));
        }
        return size;
    }
}
