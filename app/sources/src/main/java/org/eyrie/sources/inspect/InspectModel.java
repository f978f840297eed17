package org.eyrie.sources.inspect;

import java.util.Map;
import java.util.Set;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** Which model a log is about: Inspect writes {@code PROVIDER/NAME}, of which who serves it is no part of the name. */
final class InspectModel {

    /** Providers that serve the models of others. */
    private static final Set<String> SERVERS = Set.of(
            "hf",
            "vllm",
            "sglang",
            "llama-cpp-python",
            "transformer_lens",
            "nnterp",
            "ollama",
            "together",
            "openrouter",
            "groq",
            "fireworks",
            "bedrock",
            "azureai",
            "vertex",
            "cf",
            "hf-inference-providers",
            "sambanova");

    /** Here the service stands between: {@code openai-api/SERVICE/NAME}. */
    private static final String ANY_SERVICE = "openai-api/";

    private InspectModel() {}

    /** Null where it is no name. */
    static @Nullable NamedModel of(Map<String, Object> eval) {
        Object path = ParsedTree.at(eval, "model_args", "model_path");
        Object told = path instanceof String folder && !folder.isBlank() ? folder : eval.get("model");
        if (!(told instanceof String name) || name.isBlank()) {
            return null;
        }
        try {
            return ModelPaths.read(path instanceof String ? name : withoutServer(name.strip()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutServer(String name) {
        if (name.startsWith(ANY_SERVICE)) {
            return name.substring(Math.max(name.indexOf('/', ANY_SERVICE.length()), ANY_SERVICE.length() - 1) + 1);
        }
        int slash = name.indexOf('/');
        return slash > 0 && SERVERS.contains(name.substring(0, slash)) ? name.substring(slash + 1) : name;
    }
}
