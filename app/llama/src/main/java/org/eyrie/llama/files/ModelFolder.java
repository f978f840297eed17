package org.eyrie.llama.files;

import java.nio.file.Path;
import java.util.Set;
import org.eyrie.llama.forward.LlamaModel;
import org.eyrie.llama.forward.LlamaShape;
import org.eyrie.llama.forward.TensorSource;
import org.eyrie.llama.forward.UnusableModelException;

/**
 * A folder with {@code config.json}, {@code tokenizer.json} and weights in safetensors, in one file or several.
 *
 * @param shape what the configuration says of the network
 * @param ends the tokens that end an answer
 */
public record ModelFolder(Path folder, LlamaShape shape, Set<Integer> ends, WordLevelTokenizer tokenizer) {

    public ModelFolder {
        ends = Set.copyOf(ends);
    }

    /**
     * Reads configuration and tokenizer, not yet weights.
     *
     * @throws UnusableModelException if one of them is missing or asks for what cannot be done here
     */
    public static ModelFolder read(Path folder) {
        ConfigFile config = ConfigFile.read(folder);
        WordLevelTokenizer tokenizer =
                WordLevelTokenizer.read(folder, config.shape().vocabulary());
        return new ModelFolder(folder, config.shape(), config.ends(), tokenizer);
    }

    /**
     * Its weights.
     *
     * @throws UnusableModelException if they are missing or damaged
     */
    public TensorSource tensors() {
        return FolderTensors.read(folder);
    }

    /**
     * The model with its weights.
     *
     * @throws UnusableModelException if they are missing, damaged or not those of its configuration
     */
    public LlamaModel model() {
        return new LlamaModel(folder.toString(), shape, tensors());
    }
}
