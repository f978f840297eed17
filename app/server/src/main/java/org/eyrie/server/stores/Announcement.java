package org.eyrie.server.stores;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.StoreUnavailableException;

/**
 * A file in a data folder that says where its database answers, for as long as it runs. Other
 * commands on the folder find the database by it instead of being refused.
 *
 * @param bolt where drivers connect
 * @param username of the database
 * @param password of the database
 * @param owner pid of the process that ends with it: ours or, where the database lingers, its own
 */
record Announcement(String bolt, String username, String password, long owner) {

    private static final String FILE = "running";
    private static final int CONNECT_MILLISECONDS = 2_000;

    /** Writes it whole or not at all, and for the owner's eyes only: the folder may be open to others. */
    void write(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        Path draft = dataFolder.resolve(FILE + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, forTheOwnerAlone());
            Files.write(draft, List.of(bolt, username, password, String.valueOf(owner)));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + dataFolder + " cannot be written: " + e, e);
        }
    }

    static void remove(Path dataFolder) {
        try {
            Files.deleteIfExists(dataFolder.resolve(FILE));
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + dataFolder + " cannot be written: " + e, e);
        }
    }

    /** What a folder's file says; empty where there is none, or it is left over from a process that was killed. */
    static Optional<Announcement> read(Path dataFolder) {
        try {
            List<String> lines = Files.readAllLines(dataFolder.resolve(FILE));
            Announcement found =
                    new Announcement(lines.get(0), lines.get(1), lines.get(2), Long.parseLong(lines.get(3)));
            return ProcessHandle.of(found.owner()).isPresent() ? Optional.of(found) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Nothing where the file system has no such permissions. */
    private static FileAttribute<?>[] forTheOwnerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Whether anything listens there: a process of that number need not be the one that wrote this. */
    boolean listens() {
        URI address = URI.create(bolt);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return bolt + " of process " + owner;
    }
}
