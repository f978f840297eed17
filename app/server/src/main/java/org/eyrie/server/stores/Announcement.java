package org.eyrie.server.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.StoreUnavailableException;

/**
 * A file in a data folder that says where its database answers, for as long as one of our processes runs it. Other
 * commands on the folder find the database by it instead of being refused.
 *
 * @param bolt where drivers connect
 * @param username of the database
 * @param password of the database
 * @param owner pid of the process that runs it
 */
record Announcement(String bolt, String username, String password, long owner) {

    private static final String FILE = "running";

    /** Writes it whole or not at all, readable by the owner of the folder alone since the folder is. */
    void write(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        Path draft = dataFolder.resolve(FILE + ".new");
        try {
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

    @Override
    public String toString() {
        return bolt + " of process " + owner;
    }
}
