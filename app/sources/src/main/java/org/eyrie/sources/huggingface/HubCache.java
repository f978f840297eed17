package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eyrie.sources.registry.Digest;

/**
 * Files of models by revision, in a folder of bounded size; the oldest go first. That a revision lacks a file is kept
 * too, as an empty one.
 */
final class HubCache {

    /** 256 MiB: some 50,000 recipes and cards. */
    static final long USUAL_SIZE = 256L << 20;

    private static final String SUFFIX = ".file";

    private final Path folder;
    private final long maxBytes;
    private long bytesSinceSweep;

    HubCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** The bytes kept; none where the revision lacks the file; empty where it was never asked for. */
    Optional<byte[]> find(HubId id, String revision, String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(id, revision, path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void keep(HubId id, String revision, String path, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "hub", ".part");
        try {
            Files.write(half, bytes);
            Files.move(
                    half,
                    file(id, revision, path),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        bytesSinceSweep += Math.max(bytes.length, 1);
        // A sweep looks at every file, so it waits until there is something to gain.
        if (bytesSinceSweep >= maxBytes / 8) {
            bytesSinceSweep = 0;
            sweep();
        }
    }

    private void sweep() throws IOException {
        List<Path> oldestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            oldestFirst = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(HubCache::age))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        long total = 0;
        for (Path file : oldestFirst) {
            total += Files.size(file);
        }
        for (Path file : oldestFirst) {
            if (total <= maxBytes) {
                return;
            }
            total -= Files.size(file);
            Files.delete(file);
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(HubId id, String revision, String path) {
        return folder.resolve(Digest.of(id + "\n" + revision + "\n" + path) + SUFFIX);
    }
}
