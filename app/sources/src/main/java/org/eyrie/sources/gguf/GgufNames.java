package org.eyrie.sources.gguf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.jspecify.annotations.Nullable;

/** The models that a header names: the one in the file, the one it was converted from, those that one was made of. */
final class GgufNames {

    /** Types of files with 32 or 16 bits a number; all others are quantised. */
    private static final List<Long> WHOLE = List.of(0L, 1L, 32L);

    /** Added where the type was guessed. */
    private static final long GUESSED = 1024;

    private static final Pattern QUANTIZED_FILE =
            Pattern.compile("(?i).*[-_.](?:i?q[1-8](?:_[0-9a-z]+)*|tq[12]_0|mxfp4(?:_moe)?)\\.gguf");

    private static final Pattern FULL_FILE = Pattern.compile("(?i).*[-_.](?:b?f16|f32|fp16|fp32)\\.gguf");

    private GgufNames() {}

    /** The model converted from, where the header says so. */
    static Optional<NamedModel> source(Map<String, Object> keys) {
        return address(keys.get("general.source.huggingface.repository")).or(() -> named(keys, "general.source."));
    }

    /** Whether it holds an adapter rather than a model. */
    static boolean isAdapter(Map<String, Object> keys) {
        return "adapter".equals(keys.get("general.type")) || keys.containsKey("adapter.type");
    }

    /** Whether numbers are stored in fewer than 16 bits; null where neither header nor file name says. */
    static @Nullable Boolean isQuantized(Map<String, Object> keys, String file) {
        if (keys.get("general.file_type") instanceof Long type) {
            return !WHOLE.contains(type >= GUESSED ? type - GUESSED : type);
        }
        return QUANTIZED_FILE.matcher(file).matches()
                ? Boolean.TRUE
                : FULL_FILE.matcher(file).matches() ? Boolean.FALSE : null;
    }

    /** Whether two names differ in capitals at most; a header has them as words, whose capitals are its own. */
    static boolean areAlike(ModelId one, ModelId other) {
        return one.value().equalsIgnoreCase(other.value());
    }

    /** The model under a prefix. The address names it exactly; the parts of its name are written for people, with spaces. */
    static Optional<NamedModel> named(Map<String, Object> keys, String prefix) {
        return address(keys.get(prefix + "repo_url"))
                .or(() -> address(keys.get(prefix + "url")))
                .or(() -> words(keys.get(prefix + "organization"), keys.get(prefix + "name")));
    }

    private static Optional<NamedModel> address(@Nullable Object value) {
        return value instanceof String text && !text.isBlank()
                ? read(text)
                        .filter(named -> named.id().value().contains("/")
                                && !named.id().value().contains("://"))
                : Optional.empty();
    }

    /** Whether the model under a prefix is named in words alone, whose capitals are not those of its name. */
    static boolean inWords(Map<String, Object> keys, String prefix) {
        return address(keys.get(prefix + "repo_url")).isEmpty()
                && address(keys.get(prefix + "url")).isEmpty()
                && words(keys.get(prefix + "organization"), keys.get(prefix + "name"))
                        .isPresent();
    }

    /** The commit that stands where the model's name should: converters take the folder's; null where it is none. */
    static @Nullable String commit(Map<String, Object> keys) {
        return keys.get("general.name") instanceof String text && ModelPaths.isCommit(text.strip())
                ? text.strip()
                : null;
    }

    // A folder's name that says nothing, or a commit, is what the converter takes where nobody told it a name.
    private static Optional<NamedModel> words(@Nullable Object organization, @Nullable Object name) {
        if (!(name instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        String model = joined(text);
        boolean alone = !(organization instanceof String owner) || owner.isBlank();
        if (alone) {
            return ModelPaths.saysNothing(model) ? Optional.empty() : read(model);
        }
        return read(joined(String.valueOf(organization)) + "/" + model);
    }

    private static String joined(String words) {
        return words.strip().replaceAll("\\s+", "-");
    }

    private static Optional<NamedModel> read(String text) {
        try {
            return Optional.of(ModelPaths.read(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
