package org.eyrie.sources.mergekit;

import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * A model as mergekit writes it: {@code path[@revision][+lora[@revision]]}, or an object with {@code model} and
 * {@code lora}, each a text or an object with {@code path} and {@code revision}.
 *
 * @param path name on the Hub, or a folder
 * @param revision of it, or null
 * @param lora an adapter that is applied to it first, or null
 */
record ModelReference(
        String path, @Nullable String revision, @Nullable ModelReference lora) {

    /** @throws IllegalArgumentException if it is no reference */
    static ModelReference of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = ParsedTree.object(map);
            ModelReference model = of(object.containsKey("model") ? object.get("model") : object.get("path"));
            Object revision = object.get("revision");
            Object lora = object.get("lora");
            return new ModelReference(
                    model.path,
                    revision == null ? model.revision : String.valueOf(revision),
                    lora == null ? model.lora : of(lora));
        }
        if (!(value instanceof String) && !(value instanceof Number)) {
            throw new IllegalArgumentException("a model must be named by text or by an object with \"model\", not by "
                    + ParsedTree.describe(value));
        }
        String text = String.valueOf(value);
        int plus = text.indexOf('+');
        ModelReference model = plain(plus < 0 ? text : text.substring(0, plus));
        return new ModelReference(model.path, model.revision, plus < 0 ? null : plain(text.substring(plus + 1)));
    }

    /** The name of the model in the graph. */
    ModelId id() {
        return ModelPaths.id(path);
    }

    private static ModelReference plain(String text) {
        int at = text.indexOf('@');
        String path = (at < 0 ? text : text.substring(0, at)).strip();
        String said = at < 0 ? "" : text.substring(at + 1).strip();
        if (text.indexOf('+') >= 0 || (at >= 0 && text.indexOf('@', at + 1) > at)) {
            throw new IllegalArgumentException(
                    "a model is written as path@revision+lora@revision with one + and one @ each, not as " + text);
        }
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a model must not be blank");
        }
        return new ModelReference(path, said.isEmpty() ? ModelPaths.read(path).revision() : said, null);
    }
}
