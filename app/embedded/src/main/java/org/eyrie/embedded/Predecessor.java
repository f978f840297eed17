package org.eyrie.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.task.CancelledException;

/**
 * The database process of an earlier run, which notices the death of its parent at once but needs a second or two to
 * close its store.
 */
final class Predecessor {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** A little more than the leash's patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private Predecessor() {}

    /**
     * Asks it to end, should it linger, and waits until it has.
     *
     * @return whether there was one
     */
    static boolean awaitEnd(DataFolder folder, Consumer<String> progress) throws IOException {
        long begin = System.nanoTime();
        boolean told = false;
        try (FileChannel channel =
                FileChannel.open(folder.childLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (isHeld(channel)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new DataFolderInUseException("The data folder " + folder.root()
                            + " is in use by the database process of an earlier run, which does not end. Wait for other "
                            + "commands on it, or end it: it is a Java process with " + folder.home()
                            + " among its arguments.");
                }
                if (!told) {
                    progress.accept("Waiting for the database of an earlier run to stop");
                    told = true;
                    Files.writeString(folder.stop(), "");
                }
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The start of the embedded Neo4j was cancelled");
        } finally {
            Files.deleteIfExists(folder.stop());
        }
        return told;
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
