package org.eyrie.server.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.TooManyStreamsException;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Spool;
import org.eyrie.task.Progress;

/**
 * Takes NDJSON that comes once, as a stream: keeps it in a temporary file, checks all of it, then writes it. So a stream
 * of a million lines takes disk, not memory, and one with bad lines leaves nothing behind.
 */
public final class Ingestion {

    /** The longest stream that is accepted, gzip undone, in bytes. */
    public static final long MAX_BYTES = 1L << 30;

    /** Streams under way at a time: each may take {@link #MAX_BYTES} of disk, and writes wait for each other anyway. */
    private static final int AT_A_TIME = 4;

    private final Importer importer;
    private final long maxBytes;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    public Ingestion(Importer importer) {
        this(importer, MAX_BYTES);
    }

    Ingestion(Importer importer, long maxBytes) {
        this.importer = importer;
        this.maxBytes = maxBytes;
    }

    /**
     * Imports the stream, gzip or not, and closes it.
     *
     * @param name for messages
     * @throws InvalidInputException with a fault per bad line, if the stream is too long, damaged or breaks off;
     *     nothing is written then
     * @throws TooManyStreamsException if that many are under way already
     */
    public ImportReport ingest(String name, InputStream stream, ImportOptions options, Progress progress) {
        if (!places.tryAcquire()) {
            throw new TooManyStreamsException();
        }
        try (Spool spool = Spool.of(name, Unpacked.of(stream), maxBytes)) {
            return importer.run(new NdjsonSource(spool.input()), options, progress);
        } catch (ZipException | EOFException e) {
            throw refused(name, "The gzip stream is damaged or breaks off: send it again");
        } catch (UnreadableException e) {
            throw refused(String.valueOf(e.place()), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused(name, "It could not be read to its end: " + e.getMessage());
        } finally {
            places.release();
        }
    }

    /**
     * Imports what reads files that were sent.
     *
     * @throws InvalidInputException as an importer does
     * @throws TooManyStreamsException if as many as may be are under way already
     */
    public ImportReport ingest(Source source, ImportOptions options, Progress progress) {
        if (!places.tryAcquire()) {
            throw new TooManyStreamsException();
        }
        try {
            return importer.run(source, options, progress);
        } finally {
            places.release();
        }
    }

    private static InvalidInputException refused(String where, String reason) {
        return new InvalidInputException("The stream", List.of(new Fault(where, reason)));
    }
}
