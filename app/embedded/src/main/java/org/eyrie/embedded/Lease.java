package org.eyrie.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.eyrie.model.StoreUnavailableException;

/** Keeps a database that lingers from ending while it is used; many may. The system frees it with the process. */
public final class Lease implements AutoCloseable {

    private final FileChannel channel;

    private Lease(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes one, beside those of others.
     *
     * @throws StoreUnavailableException if the folder can't be written
     */
    public static Lease take(Path dataFolder) {
        Path users = new DataFolder(dataFolder.toAbsolutePath().normalize()).users();
        try {
            Files.createDirectories(users.getParent(), DataFolder.forTheOwnerAlone("rwx------"));
            FileChannel channel = FileChannel.open(
                    users, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            hold(channel);
            return new Lease(channel);
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + dataFolder + " can't be used: " + e, e);
        }
    }

    /**
     * Takes the only one: nobody else uses the database then, and whoever wants to waits until this is closed.
     *
     * @return empty where others use it
     * @throws StoreUnavailableException if the folder can't be written
     */
    static Optional<Lease> takeAlone(DataFolder folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.users(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (isFree(channel)) {
                return Optional.of(new Lease(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + folder.root() + " can't be used: " + e, e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process uses it a second time
        }
    }

    private static void hold(FileChannel channel) throws IOException {
        try {
            channel.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            // this process holds it already, which is as good
        }
    }

    /** Closing twice changes nothing. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailableException("A file lock can't be given up: " + e, e);
        }
    }
}
