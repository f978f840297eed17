package org.eyrie.server.out;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all: what breaks off leaves the one that was there before. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes what a file will hold. */
    @FunctionalInterface
    public interface Content {
        void write(Writer writer) throws IOException;
    }

    /**
     * Writes a file in UTF-8. Pipes, devices and the like are written to as they are.
     *
     * @throws IOException if it cannot be written; nothing has changed then
     */
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            writeTo(file, content);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            writeTo(draft, content);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeTo(Path path, Content content) throws IOException {
        try (Writer writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            content.write(writer);
        }
    }
}
