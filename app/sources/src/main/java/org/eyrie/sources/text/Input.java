package org.eyrie.sources.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/** Bytes that can be read more than once, from the beginning; gzip is undone wherever it is met. */
public final class Input {

    private static final int BUFFER = 1 << 16;

    /** Opens the bytes anew. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final String origin;
    private final long bytes;
    private final Opener opener;

    /**
     * @param name for messages
     * @param bytes how many there are, before gzip is undone; -1 where unknown
     */
    public Input(String name, long bytes, Opener opener) {
        this(name, name, bytes, opener);
    }

    /**
     * An input that has a short name for messages.
     *
     * @param origin what tells it apart from others of that name, such as the path of a file
     */
    public Input(String name, String origin, long bytes, Opener opener) {
        this.name = name;
        this.origin = origin;
        this.bytes = bytes;
        this.opener = opener;
    }

    /** A file, which need not exist before it is read. */
    public static Input of(Path file) {
        long bytes = file.toFile().length();
        Path name = file.getFileName();
        String path = file.toAbsolutePath().normalize().toString();
        return new Input(name == null ? file.toString() : name.toString(), path, bytes, () -> {
            if (Files.isDirectory(file)) {
                throw new UnreadableException(Place.of(file.toString()), "This is a folder, not a file");
            }
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return Files.newInputStream(file);
        });
    }

    /** What the input is called in messages. */
    public String name() {
        return name;
    }

    /** What tells the input apart from others of its name. */
    public String origin() {
        return origin;
    }

    /** How many bytes there are, before gzip is undone; -1 where unknown. */
    public long bytes() {
        return bytes;
    }

    /** The bytes, gzip undone, and how many of them were taken so far. */
    public Counted open() throws IOException {
        CountingStream counter = new CountingStream(opener.open());
        BufferedInputStream buffered = new BufferedInputStream(counter, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        if (!gzip) {
            return new Counted(buffered, counter);
        }
        try {
            return new Counted(new UnpackedStream(name, new GZIPInputStream(buffered, BUFFER), counter), counter);
        } catch (ZipException | java.io.EOFException e) {
            buffered.close();
            throw new UnreadableException(Place.of(name), "The gzip stream is damaged: fetch the file again");
        }
    }

    /** An open input. */
    public static final class Counted implements AutoCloseable {

        private final InputStream stream;
        private final CountingStream counter;

        Counted(InputStream stream, CountingStream counter) {
            this.stream = stream;
            this.counter = counter;
        }

        /** The bytes, gzip undone. */
        public InputStream stream() {
            return stream;
        }

        /** How many bytes were taken from the input, before gzip is undone. */
        public long taken() {
            return counter.count();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
