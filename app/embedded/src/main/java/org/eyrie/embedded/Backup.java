package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.StoreUnavailableException;

/**
 * A whole embedded database in one file: the store, its transaction logs and its password.
 *
 * <p>What is copied is the files, not the facts: predictions, fits and the history of imports are there again, byte for
 * byte. A database that does not run may be copied as it lies there, even after a kill, because its logs come along.
 */
public final class Backup {

    /** Checkpoints are minutes apart, and a copy takes seconds. */
    private static final int ATTEMPTS = 3;

    private Backup() {}

    /**
     * Copies a database that does not run, without starting it.
     *
     * @param file to be written, whole or not at all; one that is there is replaced
     * @throws org.eyrie.model.DataFolderInUseException if it runs
     * @throws InvalidInputException if there is none
     */
    @SuppressWarnings("try") // the lock is held, not used
    public static void ofStopped(Path dataFolder, Path file) {
        requireDatabase(dataFolder);
        DataFolder folder = DataFolder.claim(dataFolder);
        try (FolderLock lock = FolderLock.take(folder)) {
            Predecessor.awaitEnd(folder, line -> {});
            BackupFile.write(folder, file);
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    /**
     * Copies a database that runs, while nobody writes, which is the caller's to see to. What is copied is what a kill would
     * have left: whoever starts it replays its logs from the last checkpoint. So no checkpoint may fall into the copy; where
     * one does, or somebody commits nevertheless, it begins again.
     *
     * @param file to be written, whole or not at all; one that is there is replaced
     * @throws StoreUnavailableException if something was committed during every attempt
     */
    public static void ofQuiet(Path dataFolder, Path file) {
        requireDatabase(dataFolder);
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath().normalize());
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Map<Path, Long> before = BackupFile.logSizes(folder);
                BackupFile.write(folder, file);
                if (BackupFile.logSizes(folder).equals(before)) {
                    return;
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw notWritten(file, e);
        }
        throw new StoreUnavailableException(
                "Somebody wrote to the database whenever it was copied, past the lock that Eyrie's writers wait for. Try"
                        + " again while nobody writes in Neo4j Browser.",
                null);
    }

    /**
     * Puts a database back, password included.
     *
     * @param dataFolder a new or an empty one, or one of ours that does not run
     * @param replace whether a database that is there may be put aside, into the folder's {@code kept}
     * @return where that lies now; nothing where there was none
     * @throws InvalidInputException if the file is no backup, or a damaged one, or there is a database already; nothing
     *     has changed then
     */
    @SuppressWarnings("try") // the lock is held, not used
    public static Optional<Path> restore(Path file, Path dataFolder, boolean replace, Instant now) {
        DataFolder folder = DataFolder.claim(dataFolder);
        try (FolderLock lock = FolderLock.take(folder)) {
            Predecessor.awaitEnd(folder, line -> {});
            if (folder.hasDatabase() && !replace) {
                throw new InvalidInputException(
                        "The backup was not restored",
                        List.of(new Fault(
                                folder.root().toString(),
                                "there is a database already. Choose another folder, or say --replace to put that one"
                                        + " aside")));
            }
            Restoring.finish(folder, now); // of one that was killed at the end
            Path fresh = folder.root().resolve("restoring");
            FolderTree.delete(fresh); // left by one that was killed
            BackupFile.read(file, fresh);
            Files.move(fresh, folder.restored());
            return Restoring.finish(folder, now);
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    DiskSpace.warning(folder) + "The backup " + file + " can't be restored into " + folder.root() + ": "
                            + e,
                    e);
        }
    }

    private static void requireDatabase(Path dataFolder) {
        if (!new DataFolder(dataFolder.toAbsolutePath().normalize()).hasDatabase()) {
            throw new InvalidInputException(
                    "Nothing was copied",
                    List.of(new Fault(dataFolder.toString(), "there is no embedded database in this folder")));
        }
    }

    private static StoreUnavailableException notWritten(Path file, IOException cause) {
        return new StoreUnavailableException(
                "The backup " + file + " can't be written: " + cause + ". What was there before is unchanged.", cause);
    }
}
