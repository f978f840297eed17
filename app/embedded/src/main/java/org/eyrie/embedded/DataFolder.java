package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.eyrie.model.StoreUnavailableException;

/**
 * The folder of an embedded database, and where things lie in it.
 *
 * <pre>
 * eyrie-data       says that the folder is ours, and which layout it has
 * lock, owner      held while a process of ours runs, and which one that is
 * password         of the database, for nobody but the owner of the file
 * neo4j/           the home folder of a Neo4j server: conf, data, logs, run
 * cache/           may be deleted while nothing runs
 * </pre>
 */
record DataFolder(Path root) {

    private static final String MARKER = "eyrie-data";
    private static final String MARK = "Eyrie's embedded database, layout 1\n";

    /**
     * Takes an absent, an empty or one of our own folders; touches no other.
     *
     * @throws StoreUnavailableException if the folder holds something else, or can't be written
     */
    static DataFolder claim(Path path) {
        Path root = path.toAbsolutePath().normalize();
        DataFolder folder = new DataFolder(root);
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(root, forTheOwnerAlone("rwx------"));
            }
            folder.requireOursOrEmpty();
            if (!Files.exists(root.resolve(MARKER))) {
                Files.writeString(root.resolve(MARKER), MARK);
            }
            for (Path inner : new Path[] {folder.conf(), folder.logs(), folder.run(), folder.cache()}) {
                Files.createDirectories(inner);
            }
            if (!Files.isWritable(root)) {
                throw new IOException("it is read-only");
            }
            return folder;
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "The data folder " + root + " can't be used: " + e + ". Choose one that you may write to.", e);
        }
    }

    private void requireOursOrEmpty() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("it is no folder");
        }
        Path marker = root.resolve(MARKER);
        if (Files.exists(marker)) {
            if (!Files.readString(marker).equals(MARK)) {
                throw new StoreUnavailableException(
                        "The data folder " + root + " was laid out by another version of Eyrie (" + marker
                                + " differs). Use that version, or choose another folder.",
                        null);
            }
            return;
        }
        try (Stream<Path> content = Files.list(root)) {
            content.findFirst().ifPresent(stranger -> {
                throw new StoreUnavailableException(
                        "The folder " + root + " holds something that is not Eyrie's (" + stranger.getFileName()
                                + "), so nothing was written there. Choose an empty or a new folder.",
                        null);
            });
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path owner() {
        return root.resolve("owner");
    }

    Path password() {
        return root.resolve("password");
    }

    Path home() {
        return root.resolve("neo4j");
    }

    Path conf() {
        return home().resolve("conf");
    }

    Path logs() {
        return home().resolve("logs");
    }

    Path run() {
        return home().resolve("run");
    }

    Path cache() {
        return root.resolve("cache");
    }

    /** What the child prints, from its first line on; fresh with every start. */
    Path console() {
        return logs().resolve("console.log");
    }

    /** Held by the child for as long as it lives, which may be a little longer than its parent. */
    Path childLock() {
        return run().resolve("child.lock");
    }

    /** Whether a database was ever made here. */
    boolean hasDatabase() {
        return Files.exists(home().resolve("data").resolve("databases").resolve("system"));
    }

    /** Nothing where the file system has no such permissions: there, the home folder's own protect it. */
    static FileAttribute<?>[] forTheOwnerAlone(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
