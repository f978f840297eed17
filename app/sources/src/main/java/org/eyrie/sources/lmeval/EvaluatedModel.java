package org.eyrie.sources.lmeval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** Finds out which model a results file is about. */
final class EvaluatedModel {

    /** Where the harness looks itself, in this order: an adapter is named beside the model it is applied to. */
    private static final List<String> ARGUMENTS = List.of("peft", "delta", "pretrained", "model", "path", "engine");

    /** The harness makes up such a name where it was told none. */
    private static final Pattern MADE_UP = Pattern.compile("[a-z0-9]{8}");

    private EvaluatedModel() {}

    /**
     * What the harness was told to evaluate, else the name it gives the run unless that is made up; null where neither is
     * a name. A folder on a disk is named as everywhere, {@link ModelPaths#id}.
     */
    static @Nullable ModelId in(Map<String, Object> results) {
        Object arguments = ParsedTree.at(results, "config", "model_args");
        return argument(arguments)
                .or(() -> name(ParsedTree.at(results, "config_general", "model_name")))
                .or(() -> EvaluatedModel.name(results.get("model_name"))
                        .filter(name -> !MADE_UP.matcher(name).matches()))
                .map(EvaluatedModel::id)
                .orElse(null);
    }

    private static @Nullable ModelId id(String name) {
        try {
            return ModelPaths.id(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> name(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static Optional<String> argument(@Nullable Object arguments) {
        if (arguments instanceof Map<?, ?> map) {
            return ARGUMENTS.stream()
                    .flatMap(key -> name(map.get(key)).stream())
                    .findFirst();
        }
        if (arguments instanceof String text) {
            List<String> pairs = Arrays.asList(text.split(",", -1));
            return ARGUMENTS.stream()
                    .flatMap(key -> pairs.stream()
                            .filter(pair -> pair.strip().startsWith(key + "="))
                            .flatMap(pair -> name(pair.strip().substring(key.length() + 1)).stream()))
                    .findFirst();
        }
        return Optional.empty();
    }
}
