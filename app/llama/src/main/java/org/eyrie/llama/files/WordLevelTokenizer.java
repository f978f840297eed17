package org.eyrie.llama.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.llama.forward.UnusableModelException;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer with a list of words, {@code WordLevel} of the library {@code tokenizers}: text is cut into characters or at
 * blanks, and each piece is looked up. Added tokens, such as {@code </s>}, are found before that.
 */
public final class WordLevelTokenizer {

    private static final String NAME = "tokenizer.json";

    private static final Pattern CHARACTERS = Pattern.compile("(?s).");
    private static final Pattern BETWEEN_BLANKS = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORDS_AND_SIGNS = Pattern.compile("\\w+|[^\\w\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Integer> words;
    private final Map<String, Integer> added;
    private final Pattern pieces;

    private WordLevelTokenizer(Map<String, Integer> words, Map<String, Integer> added, Pattern pieces) {
        this.words = words;
        this.added = added;
        this.pieces = pieces;
    }

    /**
     * @param vocabulary how many tokens the model has
     * @throws UnusableModelException if the file asks for what cannot be done here, with all of it
     */
    static WordLevelTokenizer read(Path folder, int vocabulary) {
        Settings file = Settings.read(folder, NAME);
        for (String step : List.of("normalizer", "post_processor", "truncation")) {
            if (file.get(step) != null) {
                file.fault("it has a " + step + ", and none is applied here");
            }
        }
        Map<String, Integer> words = words(file, vocabulary);
        Map<String, Integer> added = added(file, vocabulary);
        Pattern pieces = pieces(file);
        if (!file.faults().isEmpty()) {
            throw new UnusableModelException(folder.toString(), file.faults());
        }
        return new WordLevelTokenizer(words, added, pieces);
    }

    /**
     * The tokens of a text.
     *
     * @throws IllegalArgumentException if a piece of it is no token, with the piece
     */
    public int[] encode(String text) {
        List<Integer> tokens = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            String special = addedAt(text, at);
            if (special.isEmpty()) {
                at++;
            } else {
                lookUp(text.substring(from, at), tokens);
                tokens.add(added.getOrDefault(special, 0));
                at += special.length();
                from = at;
            }
        }
        lookUp(text.substring(from), tokens);
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The longest added token that begins there, or nothing. */
    private String addedAt(String text, int at) {
        for (String token : added.keySet()) {
            if (text.startsWith(token, at)) {
                return token;
            }
        }
        return "";
    }

    private void lookUp(String text, List<Integer> tokens) {
        Matcher matcher = pieces.matcher(text);
        while (matcher.find()) {
            Integer token = words.get(matcher.group());
            if (token == null) {
                throw new IllegalArgumentException(
                        "\"" + matcher.group() + "\" of \"" + text + "\" is no token of this model");
            }
            tokens.add(token);
        }
    }

    private static Map<String, Integer> words(Settings file, int vocabulary) {
        Map<String, Integer> words = new TreeMap<>();
        Settings model = file.object("model");
        if (model == null) {
            file.fault("model is missing");
            return words;
        }
        // The library itself leaves the type out where it writes old files.
        model.expect("type", "only WordLevel is read here", "WordLevel");
        if (model.faults().isEmpty() && model.get("vocab") instanceof Map<?, ?> vocab) {
            vocab.forEach((word, number) -> {
                if (number instanceof Double token && token % 1 == 0 && token >= 0 && token < vocabulary) {
                    words.put((String) word, token.intValue());
                } else {
                    model.fault("the token \"" + word + "\" has the number " + number + ", and config.json has "
                            + vocabulary + " tokens");
                }
            });
        } else if (model.faults().isEmpty()) {
            model.fault("vocab must be an object of words and numbers");
        }
        model.faults().forEach(file.faults()::add);
        return words;
    }

    private static Map<String, Integer> added(Settings file, int vocabulary) {
        Map<String, Integer> added =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        if (!(file.get("added_tokens") instanceof List<?> listed)) {
            return added;
        }
        for (@Nullable Object entry : listed) {
            if (!(entry instanceof Map<?, ?> token)
                    || !(token.get("content") instanceof String content)
                    || content.isEmpty()
                    || !(token.get("id") instanceof Double id)
                    || id % 1 != 0
                    || id < 0
                    || id >= vocabulary) {
                file.fault("the added token " + entry + " needs a content and an id below " + vocabulary);
                continue;
            }
            for (String habit : List.of("single_word", "lstrip", "rstrip")) {
                if (Boolean.TRUE.equals(token.get(habit))) {
                    file.fault("the added token " + content + " has " + habit + ", which is not done here");
                }
            }
            added.put(content, id.intValue());
        }
        return added;
    }

    private static Pattern pieces(Settings file) {
        Settings splitter = file.object("pre_tokenizer");
        Object type = splitter == null ? null : splitter.get("type");
        if ("WhitespaceSplit".equals(type)) {
            return BETWEEN_BLANKS;
        }
        if ("Whitespace".equals(type)) {
            return WORDS_AND_SIGNS;
        }
        if (splitter == null || !"Split".equals(type) || !intoCharacters(splitter)) {
            file.fault("pre_tokenizer must be Split into characters (Regex \"\", Isolated), WhitespaceSplit or"
                    + " Whitespace to be done here, not " + file.get("pre_tokenizer"));
        }
        return CHARACTERS;
    }

    private static boolean intoCharacters(Settings splitter) {
        Settings pattern = splitter.object("pattern");
        if (pattern == null || splitter.flag("invert", false) || !"Isolated".equals(splitter.get("behavior"))) {
            return false;
        }
        Object regex = pattern.get("Regex");
        return "".equals(regex) || ".".equals(regex) || "(?s).".equals(regex) || "[\\s\\S]".equals(regex);
    }
}
