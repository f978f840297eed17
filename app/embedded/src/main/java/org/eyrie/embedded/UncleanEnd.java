package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.task.CancelledException;

/**
 * What a start looks at after the database did not end cleanly. Replaying its log mends what a kill leaves, but not what
 * a disk lost: a file of the store that was cut short is read as if nothing had ever been in the rest of it, and wrong
 * families would be served without a word.
 *
 * <p>The store is copied as it is after the replay and before anybody writes, and Neo4j's own check reads every record of
 * the copy. A file in the data folder says that this is to be done, until it was; so a start that is killed meanwhile, or
 * that finds damage, does not make the next one forget.
 */
final class UncleanEnd {

    /** Neo4j's words for it in its log, of whichever of its databases: none ends uncleanly alone. */
    private static final String RECOVERY = "Recovery in 'full' mode completed";

    /** Bytes: read in some seconds. Larger ones would make every start after a kill one of minutes. */
    private static final long AT_ONCE = 256L << 20;

    private final DataFolder folder;
    private final List<Path> jars;

    UncleanEnd(DataFolder folder, List<Path> jars) {
        this.folder = folder;
        this.jars = jars;
    }

    /** Remembers that the store is to be checked, where the log of this start says so. */
    void note(StartLog log) throws IOException {
        if (log.says(RECOVERY)) {
            UncheckedMark.set(folder);
        }
    }

    /**
     * Checks a copy of the store where that is still to be done. For a database that answers and that nobody else uses
     * yet.
     *
     * @param notice is told where there is too much to check, or too little room for a copy
     * @throws StoreUnavailableException if records are damaged or lost, with what to do
     */
    void check(Consumer<String> progress, Consumer<String> notice) throws IOException {
        if (!UncheckedMark.isSet(folder)) {
            return;
        }
        long size = FolderTree.size(folder.store()) + FolderTree.size(folder.storeLogs());
        if (size > AT_ONCE || size > DiskSpace.left(folder) / 2) {
            notice.accept(
                    "The database in " + folder.root() + " did not end cleanly. What was committed is there; whether"
                            + " the disk lost something is not known, since its " + (size >> 20)
                            + " MB are not checked at a start: eyrie doctor --deep does that.");
            return;
        }
        progress.accept("The database did not end cleanly: checking every record of its store");
        StoreCheck check = ofACopy();
        if (!check.sound()) {
            throw new StoreUnavailableException(
                    "The store in " + folder.root() + " is damaged, as a disk leaves it that loses what was written: "
                            + check.detail()
                            + "\nRestore a backup (eyrie restore --help), or import again into another folder. To read what is"
                            + " left of it all the same, delete " + folder.unchecked() + " and start again.",
                    null);
        }
        UncheckedMark.remove(folder);
    }

    private StoreCheck ofACopy() throws IOException {
        Path home = folder.cache().resolve("store-check");
        FolderTree.delete(home); // left by one that was killed
        try {
            Files.createDirectories(home.resolve("conf"), DataFolder.forTheOwnerAlone("rwx------"));
            Files.writeString(home.resolve("conf").resolve("neo4j.conf"), "");
            FolderTree.copy(folder.store(), home.resolve(folder.home().relativize(folder.store())));
            FolderTree.copy(folder.storeLogs(), home.resolve(folder.home().relativize(folder.storeLogs())));
            return StoreCheck.run(folder, home, jars);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The check of the store was cancelled");
        } finally {
            FolderTree.delete(home);
        }
    }
}
