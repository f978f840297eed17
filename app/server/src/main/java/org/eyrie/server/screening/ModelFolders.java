package org.eyrie.server.screening;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eyrie.model.ModelId;

/** Where weights of models lie: below one folder, under the whole name or the part of it after the slash. */
public final class ModelFolders {

    private final Path root;

    public ModelFolders(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The folder of a model's weights; empty where there is none. */
    public Optional<Path> of(ModelId model) {
        String name = model.value();
        return folder(name).or(() -> folder(name.substring(name.lastIndexOf('/') + 1)));
    }

    private Optional<Path> folder(String name) {
        try {
            Path folder = root.resolve(name).normalize();
            return folder.startsWith(root) && !folder.equals(root) && hasWeights(folder)
                    ? Optional.of(folder)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean hasWeights(Path folder) {
        return Files.isRegularFile(folder.resolve("model.safetensors"))
                || Files.isRegularFile(folder.resolve("model.safetensors.index.json"));
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
