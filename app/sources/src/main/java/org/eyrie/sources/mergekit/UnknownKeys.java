package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** Finds what a configuration says that mergekit does not ask for, such as a misspelt key. */
final class UnknownKeys {

    /** What stands beside each other in one object, by what the object is. */
    private static final Set<String> DOCUMENT = Set.of(
            "name",
            "merge_method",
            "models",
            "slices",
            "modules",
            "base_model",
            "parameters",
            "dtype",
            "out_dtype",
            "tokenizer_source",
            "tokenizer",
            "chat_template",
            "experts",
            "gate_mode",
            "experts_per_token",
            "shared_experts",
            "architecture",
            "residual_scale");

    private static final Set<String> SOURCE = Set.of(
            "model",
            "parameters",
            "layer_range",
            "source_model",
            "positive_prompts",
            "negative_prompts",
            "residual_scale",
            "noise_scale",
            "denoising_steps");

    private static final Set<String> SLICE = Set.of("sources", "base_model", "parameters", "residual_weight");

    private final List<String> found = new ArrayList<>();

    private UnknownKeys() {}

    /** The keys, each as often as it stands there. */
    static List<String> in(Map<String, Object> document) {
        UnknownKeys keys = new UnknownKeys();
        keys.module(document);
        ParsedTree.child(document, "modules").values().forEach(module -> {
            if (module instanceof Map<?, ?> map) {
                keys.module(ParsedTree.object(map));
            }
        });
        return keys.found;
    }

    private void module(Map<String, Object> module) {
        add(module, DOCUMENT);
        for (String list : List.of("models", "experts", "shared_experts")) {
            each(module.get(list)).forEach(source -> add(source, SOURCE));
        }
        for (Map<String, Object> slice : each(module.get("slices"))) {
            add(slice, SLICE);
            each(slice.get("sources")).forEach(source -> add(source, SOURCE));
        }
    }

    private void add(Map<String, Object> object, Set<String> known) {
        object.keySet().stream().filter(key -> !known.contains(key)).forEach(found::add);
    }

    private static List<Map<String, Object>> each(@Nullable Object list) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (list instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> map) {
                    objects.add(ParsedTree.object(map));
                }
            }
        }
        return objects;
    }
}
