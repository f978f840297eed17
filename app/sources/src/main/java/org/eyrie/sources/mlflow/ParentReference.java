package org.eyrie.sources.mlflow;

import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.jspecify.annotations.Nullable;

/**
 * A parent as a tag names it: {@code models:/name/1}, {@code models:/name@alias}, {@code hf:org/name@revision}, or
 * plainly {@code org/name}.
 *
 * @param text as it stands there
 * @param weight its share, 0 to 1, or null
 */
public record ParentReference(String text, @Nullable Double weight) {

    private static final String MLFLOW = "models:/";

    /**
     * The model meant.
     *
     * @param aliases {@code models:/name@alias} to {@code models:/name/version}
     * @throws IllegalArgumentException if no model can have that name, or nobody knows the alias
     */
    ModelId resolve(Map<String, String> aliases) {
        String name = text.strip();
        if (name.startsWith(MLFLOW)) {
            if (name.indexOf('@') < 0) {
                return new ModelId(name);
            }
            String version = aliases.get(name);
            if (version == null) {
                throw new IllegalArgumentException("is an alias that the registry does not know");
            }
            return new ModelId(version);
        }
        return ModelPaths.id(name);
    }
}
