package org.eyrie.server.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;

/**
 * One runner of a search on this machine. The operating system lets go of the lock when a process is killed, and the name in
 * the file stays: so who comes next goes by the name that holds the lease in the ledger, and does not wait for its end.
 */
final class RunnerLock implements AutoCloseable {

    private static final int NAME = 36;

    private final FileChannel file;
    private final String runner;

    private RunnerLock(FileChannel file, String runner) {
        this.file = file;
        this.runner = runner;
    }

    /**
     * Takes it.
     *
     * @throws InvalidInputException if somebody has it, or the file cannot be written
     */
    static RunnerLock take(Path path, DevelopmentId id) {
        try {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(file)) {
                return new RunnerLock(file, name(file));
            }
            file.close();
        } catch (IOException e) {
            throw refused(id, path.toString(), "It cannot be written: " + e.getMessage());
        }
        throw refused(
                id, "runner", "Another process on this machine runs it. Watch that one, or: eyrie develop stop " + id);
    }

    /** What the ledger knows the runner by. */
    String runner() {
        return runner;
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // somebody in this very process
        }
    }

    private static String name(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(NAME);
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
            // until the name is read
        }
        if (!bytes.hasRemaining()) {
            return new String(bytes.array(), StandardCharsets.UTF_8);
        }
        String name = UUID.randomUUID().toString();
        file.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)), 0);
        file.force(true);
        return name;
    }

    private static InvalidInputException refused(DevelopmentId id, String where, String reason) {
        return new InvalidInputException("search " + id, List.of(new Fault(where, reason)));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
