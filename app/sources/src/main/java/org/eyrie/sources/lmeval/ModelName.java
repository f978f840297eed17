package org.eyrie.sources.lmeval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.ModelId;
import org.eyrie.sources.tree.Tree;
import org.jspecify.annotations.Nullable;

/** Finds out which model a results file is about. */
final class ModelName {

    private static final List<String> ARGUMENTS = List.of("pretrained", "model");

    private ModelName() {}

    /** What the harness was told to load, else the name it gives the run; null where neither is a name. */
    static @Nullable ModelId in(Map<String, Object> results) {
        Object arguments = Tree.at(results, "config", "model_args");
        return argument(arguments)
                .or(() -> Optional.ofNullable(results.get("model_name")).map(String::valueOf))
                .filter(name -> !name.isBlank())
                .map(ModelName::id)
                .orElse(null);
    }

    private static @Nullable ModelId id(String name) {
        try {
            return new ModelId(name.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> argument(@Nullable Object arguments) {
        if (arguments instanceof Map<?, ?> map) {
            return ARGUMENTS.stream()
                    .filter(map::containsKey)
                    .map(key -> String.valueOf(map.get(key)))
                    .findFirst();
        }
        if (arguments instanceof String text) {
            List<String> pairs = Arrays.asList(text.split(",", -1));
            return ARGUMENTS.stream()
                    .flatMap(key -> pairs.stream()
                            .filter(pair -> pair.strip().startsWith(key + "="))
                            .map(pair -> pair.strip().substring(key.length() + 1)))
                    .findFirst();
        }
        return Optional.empty();
    }
}
