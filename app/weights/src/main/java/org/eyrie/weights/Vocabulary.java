package org.eyrie.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which token has which number, as far as a model's folder says. */
final class Vocabulary {

    private static final List<String> FILES =
            List.of("tokenizer.json", "vocab.json", "tokenizer.model", "vocab.txt", "spiece.model");

    private final Path folder;
    private final Map<String, Long> tokens;

    private Vocabulary(Path folder, Map<String, Long> tokens) {
        this.folder = folder;
        this.tokens = tokens;
    }

    static Vocabulary of(Path folder) throws IOException {
        Map<String, Long> tokens = new TreeMap<>();
        Path json = folder.resolve("tokenizer.json");
        Path plain = folder.resolve("vocab.json");
        if (Files.exists(json)) {
            read(json, tokens);
        } else if (Files.exists(plain)) {
            read(plain, tokens);
        }
        return new Vocabulary(folder, tokens);
    }

    private static void read(Path file, Map<String, Long> tokens) throws IOException {
        Object parsed;
        try {
            parsed = JsonReader.read(Files.readString(file));
        } catch (JsonReader.BadJson | java.nio.charset.CharacterCodingException e) {
            throw new UnusableWeightsException(
                    file.toString(), "It is damaged: " + e.getMessage() + ". Fetch it again.");
        }
        if (!(parsed instanceof Map<?, ?> tokenizer)) {
            throw new UnusableWeightsException(file.toString(), "It is no JSON object. Fetch it again.");
        }
        Object vocab = tokenizer.get("model") instanceof Map<?, ?> model ? model.get("vocab") : tokenizer;
        if (vocab instanceof Map<?, ?> map) {
            map.forEach((token, id) -> put(tokens, token, id));
        } else if (vocab instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof List<?> pair && !pair.isEmpty()) {
                    put(tokens, pair.get(0), (long) i);
                }
            }
        }
        if (tokenizer.get("added_tokens") instanceof List<?> added) {
            for (Object token : added) {
                if (token instanceof Map<?, ?> fields) {
                    put(tokens, fields.get("content"), fields.get("id"));
                }
            }
        }
    }

    private static void put(
            Map<String, Long> tokens,
            @org.jspecify.annotations.Nullable Object token,
            @org.jspecify.annotations.Nullable Object id) {
        if (token instanceof String text && id instanceof Long number) {
            tokens.put(text, number);
        }
    }

    void compare(Vocabulary other, List<WeightsFault> faults, List<WeightsFault> notes) throws IOException {
        if (!tokens.isEmpty() && !other.tokens.isEmpty()) {
            tokens(other, faults, notes);
            return;
        }
        boolean compared = false;
        for (String name : FILES) {
            Path own = folder.resolve(name);
            Path theirs = other.folder.resolve(name);
            if (Files.exists(own) && Files.exists(theirs)) {
                compared = true;
                if (Files.mismatch(own, theirs) >= 0) {
                    faults.add(new WeightsFault(
                            theirs.toString(),
                            "It differs from the base's: tokens would mean different things. " + advice()));
                }
            }
        }
        if (!compared) {
            notes.add(new WeightsFault(
                    other.folder.toString(),
                    "It and the base have no tokenizer file in common, so nobody saw whether tokens mean the same."));
        }
    }

    private void tokens(Vocabulary other, List<WeightsFault> faults, List<WeightsFault> notes) {
        List<String> moved = new ArrayList<>();
        long missing = 0;
        for (Map.Entry<String, Long> token : tokens.entrySet()) {
            Long theirs = other.tokens.get(token.getKey());
            if (theirs == null) {
                missing++;
            } else if (!theirs.equals(token.getValue())) {
                moved.add("\"" + token.getKey() + "\" is " + theirs + ", the base's " + token.getValue());
            }
        }
        long more = other.tokens.keySet().stream()
                .filter(token -> !tokens.containsKey(token))
                .count();
        if (!moved.isEmpty()) {
            faults.add(new WeightsFault(
                    other.folder.toString(),
                    "Its tokenizer numbers " + moved.size() + " tokens otherwise: " + moved.get(0) + ". " + advice()));
        } else if (missing * 10 > tokens.size()) {
            faults.add(new WeightsFault(
                    other.folder.toString(),
                    "Its tokenizer lacks " + missing + " of the base's " + tokens.size() + " tokens. " + advice()));
        } else if (missing + more > 0) {
            notes.add(new WeightsFault(
                    other.folder.toString(),
                    "Its tokenizer lacks " + missing + " tokens of the base's and has " + more
                            + " of its own; the merge has the base's."));
        }
    }

    private static String advice() {
        return "Only models of one vocabulary can be merged tensor by tensor: take parents made from this base.";
    }
}
