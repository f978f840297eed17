package org.eyrie.sources.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;

/** Whose a file is that does not say so itself, where the folder says so for sure. */
final class OwnerOfFile {

    /** As the Hub's cache names its folders. */
    private static final Pattern CACHED = Pattern.compile("models--([^/\\\\]+?)--([^/\\\\]+)");

    /** As a clone remembers where it is from. */
    private static final Pattern CLONED =
            Pattern.compile("(?m)^\\s*url\\s*=\\s*\\S*huggingface\\.co[/:]([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?\\s*$");

    private static final int MOST_BYTES = 1 << 16;

    private OwnerOfFile() {}

    static Optional<ModelId> of(Path file) throws IOException {
        for (Path part : file.toAbsolutePath().normalize()) {
            Matcher cached = CACHED.matcher(part.toString());
            if (cached.matches()) {
                return Optional.of(new ModelId(cached.group(1) + "/" + cached.group(2)));
            }
        }
        Path config = file.resolveSibling(".git").resolve("config");
        if (!Files.isRegularFile(config) || Files.size(config) > MOST_BYTES) {
            return Optional.empty();
        }
        Matcher cloned = CLONED.matcher(Files.readString(config));
        return cloned.find() ? Optional.of(new ModelId(cloned.group(1))) : Optional.empty();
    }
}
