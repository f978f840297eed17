package org.eyrie.sources.conventions;

import java.util.List;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;

/** What is named by a place within a repository of models. */
final class Repository {

    private static final Pattern FILE = Pattern.compile(
            "(?i).*\\.(?:safetensors|bin|gguf|ggml|pt|pth|ckpt|onnx|h5|msgpack|json|md|txt|py|ya?ml|jinja|model)|.*\\.[a-z]*index.*|\\..*");
    private static final Pattern FORMAT = Pattern.compile(
            "(?i)(?:ud-)?i?q\\d.*|[bf]p?f?(?:16|32)|float(?:16|32)|int[48]|[48]-?bits?|onnx|gguf|original|consolidated|safetensors|pytorch|openvino|mlx|coreml|hf");

    private Repository() {}

    /**
     * The repository itself, if the place is a file or a folder of one format; a folder of anything else, such as a
     * checkpoint, is another model.
     */
    static ModelId part(String repository, List<String> place) {
        List<String> folders =
                place.stream().filter(part -> !FORMAT.matcher(part).matches()).toList();
        if (!folders.isEmpty() && FILE.matcher(folders.get(folders.size() - 1)).matches()) {
            folders = folders.subList(0, folders.size() - 1);
        }
        return new ModelId(
                folders.isEmpty() ? repository : ModelPaths.LOCAL + repository + "/" + String.join("/", folders));
    }
}
