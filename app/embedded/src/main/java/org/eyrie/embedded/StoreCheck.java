package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.task.CancelledException;

/**
 * Whether every record of a store that does not run refers to what is there, as Neo4j's own check finds: a database
 * starts and answers with half of a file missing, and what was in it is gone without a word.
 *
 * @param sound whether nothing is amiss
 * @param detail what was found, in a line
 */
public record StoreCheck(boolean sound, String detail) {

    /** It ends before compiling more would pay. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    private static final long MOST_MINUTES = 60;

    /**
     * Reads the whole store: some seconds for a hundred thousand facts. A database that lingers is ended first.
     *
     * @throws org.eyrie.model.DataFolderInUseException if a process of ours works on it
     * @throws StoreUnavailableException if the check can't be run
     */
    @SuppressWarnings("try") // the lock is held, not used
    public static StoreCheck of(Path dataFolder, Consumer<String> progress) {
        DataFolder folder = DataFolder.claim(dataFolder);
        if (!folder.hasDatabase()) {
            return new StoreCheck(true, "there is no database in " + folder.root());
        }
        List<Path> jars = Neo4jLibraries.find();
        try (FolderLock lock = FolderLock.take(folder)) {
            Predecessor.awaitEnd(folder, progress);
            progress.accept("Checking every record of the store");
            StoreCheck check = run(folder, folder.home(), jars);
            if (check.sound()) {
                UncheckedMark.remove(folder);
            }
            return check;
        } catch (IOException e) {
            throw new StoreUnavailableException("The store in " + folder.root() + " can't be checked: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The check of the store was cancelled");
        }
    }

    /**
     * @param folder where logs and reports go
     * @param home of the server whose store is read
     */
    static StoreCheck run(DataFolder folder, Path home, List<Path> jars) throws IOException, InterruptedException {
        Path log = folder.logs().resolve("store-check.log");
        Path reports = Files.createDirectories(folder.logs().resolve("store-check"));
        AdminTool tool = new AdminTool(folder, home, jars, OPTIONS, log);
        int exit = tool.run(
                List.of("database", "check", "neo4j", "--report-path=" + reports),
                Duration.ofMinutes(MOST_MINUTES),
                () -> {});
        if (exit == 0) {
            return new StoreCheck(true, "every record is consistent");
        }
        return new StoreCheck(
                false, "Neo4j's check ended with " + exit + "; reports are in " + reports + ". " + LogTail.of(log));
    }
}
