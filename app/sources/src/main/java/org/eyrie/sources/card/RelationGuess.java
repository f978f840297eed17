package org.eyrie.sources.card;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * How a model came from its parents where nobody says, as the Hub concludes it: an adapter by its tags or library, a merge by
 * several parents or the tags of merges, a quantised copy by its tags or name, a fine-tune otherwise.
 */
public final class RelationGuess {

    private static final Set<String> ADAPTERS =
            Set.of("peft", "lora", "qlora", "dora", "adapter", "adapter-transformers");
    private static final Set<String> MERGES = Set.of("mergekit", "merge", "lazymergekit");
    private static final Set<String> QUANTIZED = Set.of(
            "gguf", "ggml", "gptq", "awq", "exl2", "exl3", "hqq", "aqlm", "quantized", "quantization", "imatrix");

    /** Formats in names, between what separates the parts of a name. */
    private static final Pattern FORMAT = Pattern.compile(
            "gguf|ggml|gptq|awq|exl[23]|hqq|aqlm|quip|mlx|autoround|eetq|bnb|nf4|mxfp4|nvfp4|fp8|[2-8]-?bits?|int[48]"
                    + "|w[48]a(?:4|8|16)|i?q[1-8](?:_\\w+)?|quant(?:s|i[sz]ed)?|imatrix|\\d\\.\\d+bpw|bpw");

    private static final Pattern GAPS = Pattern.compile("[^a-z0-9_.]+");

    private RelationGuess() {}

    /**
     * The relation.
     *
     * @param model the model's name
     * @param tags what it is tagged with
     * @param library what it is used with, or null
     * @param quantizedBy whether somebody is named who quantised it
     * @param parents names of its parents
     */
    public static Relation of(
            String model,
            Collection<String> tags,
            @Nullable String library,
            boolean quantizedBy,
            Collection<String> parents) {
        Set<String> words = lower(tags);
        String used = library == null ? "" : library.strip().toLowerCase(Locale.ROOT);
        if (parents.size() > 1) {
            return Relation.MERGE;
        }
        if (quantizedBy) {
            return Relation.QUANTIZED;
        }
        boolean tagged = words.stream().anyMatch(ADAPTERS::contains);
        if (ADAPTERS.contains(used) || (tagged && !isCopy(model, words, used, parents))) {
            return Relation.ADAPTER;
        }
        if (isCopy(model, words, used, parents)) {
            return Relation.QUANTIZED;
        }
        return words.stream().anyMatch(MERGES::contains) ? Relation.MERGE : Relation.FINETUNE;
    }

    /** Whether it is a quantised copy: of a model, not of an adapter, which is one in whatever format. */
    private static boolean isCopy(String model, Set<String> tags, String library, Collection<String> parents) {
        boolean adapter = ownName(model).contains("lora") || ownName(model).contains("adapter");
        boolean tagged = tags.stream().anyMatch(QUANTIZED::contains) || QUANTIZED.contains(library);
        return (tagged && !adapter) || (hasOwnFormat(model, parents) && !adapter);
    }

    // What is made of a quantised model carries its format in the name as well.
    private static boolean hasOwnFormat(String model, Collection<String> parents) {
        List<String> formats = formats(model);
        return formats.stream().anyMatch(format -> parents.stream()
                .noneMatch(parent -> formats(parent).contains(format)));
    }

    private static List<String> formats(String name) {
        return Arrays.stream(GAPS.split(ownName(name), -1))
                .filter(part -> FORMAT.matcher(part).matches())
                .toList();
    }

    private static String ownName(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> lower(Collection<String> tags) {
        return tags.stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
