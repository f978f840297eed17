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
 * running          how the database is reached while it runs; the program's, see there
 * neo4j.conf       settings for Neo4j by whoever owns the folder; read in addition to ours, never written
 * neo4j/           the home folder of a Neo4j server: conf, data, logs, run
 * kept/            transaction logs before they were cut, databases before a restore; may be deleted
 * unchecked        there after an unclean end, until the store was found sound
 * restoring/, restored/   there while a backup is restored
 * importing/   there while an import is loaded whole; restored/ too, at its end
 * cache/           may be deleted while nothing runs
 * </pre>
 */
record DataFolder(Path root) {

    private static final String MARKER = "eyrie-data";
    private static final String MARK = "Eyrie's embedded database, layout 1\n";
    private static final String OWNERS_FOLDER = "rwx------";

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
                Files.createDirectories(root, forTheOwnerAlone(OWNERS_FOLDER));
            }
            folder.requireOursOrEmpty();
            if (!folder.isMarked()) {
                Files.writeString(folder.marker(), MARK);
            }
            for (Path inner : new Path[] {folder.home(), folder.cache()}) {
                Files.createDirectories(inner, forTheOwnerAlone(OWNERS_FOLDER));
                closeToOthers(inner); // made by an earlier version, it is open to everybody
            }
            for (Path inner : new Path[] {folder.conf(), folder.logs(), folder.run()}) {
                Files.createDirectories(inner, forTheOwnerAlone(OWNERS_FOLDER));
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
        if (Files.exists(marker())) {
            // A kill or a full disk may leave any beginning of it, and claims nothing else.
            if (!MARK.startsWith(Files.readString(marker()))) {
                throw new StoreUnavailableException(
                        "The data folder " + root + " was laid out by another version of Eyrie (" + marker()
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

    private boolean isMarked() throws IOException {
        return Files.exists(marker()) && Files.readString(marker()).equals(MARK);
    }

    private Path marker() {
        return root.resolve(MARKER);
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

    /** Settings that the owner of the folder wrote, if there are any. */
    Path ownersSettings() {
        return root.resolve("neo4j.conf");
    }

    /** A backup that is unpacked and whole, on its way into its place. */
    Path restored() {
        return root.resolve("restored");
    }

    /** The files of an import that is loaded whole, and the database made of them. */
    Path importing() {
        return root.resolve("importing");
    }

    /** What was cut off transaction logs, and databases that a backup took the place of. */
    Path kept() {
        return root.resolve("kept");
    }

    /** The transaction logs of every database, a folder for each. */
    Path transactionLogs() {
        return data().resolve("transactions");
    }

    /** The files of the database that we work in. */
    Path store() {
        return data().resolve("databases").resolve("neo4j");
    }

    /** The transaction logs of that database. */
    Path storeLogs() {
        return transactionLogs().resolve("neo4j");
    }

    /** There from an unclean end until the store was found sound. */
    Path unchecked() {
        return root.resolve("unchecked");
    }

    /** All that Neo4j keeps: databases, their logs, users. */
    Path data() {
        return home().resolve("data");
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

    /** Locked by whoever uses a database that lingers. */
    Path users() {
        return run().resolve("users.lock");
    }

    /** How a lingering database is to use its time, see {@link ArchiveOrder}. */
    Path archiveOrder() {
        return run().resolve("archive-order");
    }

    /** There while a database that lingers is asked to end. */
    Path stop() {
        return run().resolve("stop");
    }

    /** Where the program writes how its database is reached; known here to be deleted by the database itself. */
    Path whereabouts() {
        return root.resolve("running");
    }

    /** Whether a database was ever made here. */
    boolean hasDatabase() {
        return Files.exists(data().resolve("databases").resolve("system"));
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (hasPermissions()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNERS_FOLDER));
        }
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Nothing where the file system has no such permissions: there, the home folder's own protect it. */
    static FileAttribute<?>[] forTheOwnerAlone(String permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
