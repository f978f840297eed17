package org.eyrie.sources.lmeval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eyrie.sources.tree.ParsedTree;

/** Which model lighteval was told to load, in the words of the harness. */
final class LightevalModel {

    private LightevalModel() {}

    /**
     * From {@code config_general.model_config}, which newer versions write: revision and subfolder, and of an adapter or of a
     * difference the model it is put on. Empty where the file has none.
     */
    static Optional<ModelArguments> arguments(Map<String, Object> results) {
        if (!(ParsedTree.at(results, "config_general", "model_config") instanceof Map<?, ?> config)
                || !(config.get("model_name") instanceof String model)
                || model.isBlank()) {
            return Optional.empty();
        }
        Map<String, Object> told = new LinkedHashMap<>();
        boolean added = config.get("base_model") instanceof String base && !base.isBlank();
        told.put(added ? "peft" : "pretrained", model);
        if (added) {
            told.put("pretrained", config.get("base_model"));
        }
        for (String key : new String[] {"revision", "subfolder"}) {
            if (config.get(key) instanceof String text && !text.isBlank()) {
                told.put(key, text);
            }
        }
        return Optional.of(ModelArguments.of(told));
    }
}
