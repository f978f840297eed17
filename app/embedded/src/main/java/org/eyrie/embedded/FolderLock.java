package org.eyrie.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data folder to one process.
 *
 * <p>The operating system frees the lock when we die, however we die. Who holds it stands in a file of its own: on
 * POSIX systems, merely closing the lock file a second time would give up the lock this process holds.
 */
final class FolderLock implements AutoCloseable {

    private final DataFolder folder;
    private final FileChannel channel;

    private FolderLock(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws DataFolderInUseException if a process has it, this one included */
    static FolderLock take(DataFolder folder) {
        try {
            String owner = read(folder.owner());
            if (owner.equals(self())) {
                throw inUse(folder, owner);
            }
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(folder, read(folder.owner()));
            }
            Files.writeString(folder.owner(), self());
            return new FolderLock(folder, channel);
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + folder.root() + " can't be locked: " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(Path owner) throws IOException {
        return Files.exists(owner) ? Files.readString(owner).strip() : "";
    }

    /** Pid and start, because pids come round again: in a container every one of our processes may be pid 1. */
    private static String self() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + " "
                + self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static DataFolderInUseException inUse(DataFolder folder, String owner) {
        String pid = owner.isEmpty() ? "another process" : "process " + owner.split(" ", 2)[0];
        return new DataFolderInUseException("The data folder " + folder.root() + " is in use by " + pid
                + ". Stop that one first, reach its database by NEO4J_URI, or choose another data folder.");
    }

    /** Closing twice changes nothing, even where another has taken the folder since. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(folder.owner());
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailableException("The lock of " + folder.root() + " can't be given up: " + e, e);
        }
    }
}
