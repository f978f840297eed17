package org.eyrie.sources.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Cursors as files of a folder, each named by the digest of its key. */
public final class CursorFiles implements CursorStore {

    private final Path folder;

    /**
     * Cursors in a folder.
     *
     * @param folder made when the first cursor is saved
     */
    public CursorFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> load(String key) throws IOException {
        try {
            return Optional.of(Files.readString(file(key), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void save(String key, String cursor) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "cursor", ".part");
        try {
            Files.writeString(half, cursor, StandardCharsets.UTF_8);
            Files.move(half, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Path file(String key) {
        return folder.resolve(Digest.of(key) + ".cursor");
    }
}
