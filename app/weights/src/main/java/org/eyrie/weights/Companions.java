package org.eyrie.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a model's folder has beside its weights: configuration, tokenizer, code. */
final class Companions {

    private static final Set<String> ENDINGS = Set.of("json", "model", "tiktoken", "txt", "jinja", "py", "spm", "bpe");

    /** What tells of the base's making or of its weights, which would not be true of another model. */
    private static final List<String> NOT = List.of("trainer_state", "training_args", "adapter_", "eyrie-merge");

    private Companions() {}

    static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(Companions::wanted).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path part = to.resolve(name + ShardWriter.PART);
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            ShardWriter.rename(part, to.resolve(name));
        }
    }

    private static boolean wanted(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.endsWith(".index.json")
                && !name.endsWith("_results.json")
                && NOT.stream().noneMatch(name::startsWith)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
