package org.eyrie.sources.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.eyrie.model.Sha256;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/**
 * A stream that comes only once, such as standard input or a request, kept in a temporary file so that it can be
 * checked before it is written. Closing deletes the file.
 */
public final class Spool implements AutoCloseable {

    /** Of the digest of its bytes, by which a stream is told apart from others of its name. */
    private static final int DIGITS = 16;

    private final Path file;
    private final Input input;

    private Spool(Path file, Input input) {
        this.file = file;
        this.input = input;
    }

    /**
     * Reads the stream to its end and closes it.
     *
     * @param name for messages
     * @param maxBytes the longest stream that is accepted
     * @throws UnreadableException if the stream is longer
     */
    public static Spool of(String name, InputStream stream, long maxBytes) throws IOException {
        Path file = SpoolFiles.create();
        MessageDigest digest = Sha256.begin();
        try (stream;
                OutputStream out = Files.newOutputStream(file)) {
            long bytes = copy(name, new DigestInputStream(stream, digest), out, maxBytes);
            String origin = name + " " + Sha256.hex(digest).substring(0, DIGITS);
            return new Spool(file, new Input(name, origin, bytes, () -> Files.newInputStream(file)));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** What was read. */
    public Input input() {
        return input;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static long copy(String name, InputStream stream, OutputStream out, long maxBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        int read = stream.read(buffer);
        while (read >= 0) {
            bytes += read;
            if (bytes > maxBytes) {
                throw new UnreadableException(
                        Place.of(name), "It is longer than " + maxBytes + " bytes: send it in several parts");
            }
            out.write(buffer, 0, read);
            read = stream.read(buffer);
        }
        return bytes;
    }
}
