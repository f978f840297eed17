package org.eyrie.server.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.TooManyStreamsException;
import org.eyrie.server.tracing.Spans;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Spool;
import org.eyrie.task.Progress;

/**
 * Takes in what comes once, as a stream: keeps it in temporary files, checks all of it, then writes it. So a stream of a
 * million lines takes disk, not memory, and one with bad lines leaves nothing behind. A place among those who write is taken
 * once all has come: whoever sends slowly keeps nobody else from writing.
 */
public final class Ingestion {

    /** The longest stream that is accepted, gzip undone, in bytes. */
    public static final long MAX_BYTES = 1L << 30;

    /** Imports under way at a time: they wait for each other's writes anyway. */
    private static final int AT_A_TIME = 4;

    /** How long one that has come whole waits for a place. */
    private static final int PATIENCE_SECONDS = 30;

    private final Importer importer;
    private final Spans spans;
    private final Receiving receiving = new Receiving();
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    /** @param spans hears of every import */
    public Ingestion(Importer importer, Spans spans) {
        this.importer = importer;
        this.spans = spans;
    }

    /**
     * Receives NDJSON, gzip or not, and closes it.
     *
     * @param name for messages
     * @param sender equal for streams of one sender
     * @throws InvalidInputException if the stream is too long, damaged or breaks off
     * @throws TooManyStreamsException if that many are under way already
     */
    public Received lines(String name, String sender, InputStream stream) throws IOException {
        return held(receiving.enter(sender), place -> {
            Spool spool = spooled(name, stream, place);
            return new Received(new NdjsonSource(spool.input()), spool.input().origin(), spool::close);
        });
    }

    private static Spool spooled(String name, InputStream stream, Receiving.Place place) {
        try {
            return Spool.of(name, new TakenStream(Unpacked.of(stream), place), MAX_BYTES);
        } catch (ZipException | EOFException e) {
            throw refused(name, "The gzip stream is damaged or breaks off: send it again");
        } catch (UnreadableException e) {
            throw refused(String.valueOf(e.place()), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused(name, "It could not be read to its end: " + e.getMessage());
        }
    }

    /**
     * Receives files in a zip and closes it.
     *
     * @param sender equal for streams of one sender
     * @param source reads the folder that they are unpacked into
     * @throws InvalidInputException if it is no zip, damaged, empty or too long, or names a place outside of itself
     * @throws TooManyStreamsException if that many are under way already
     */
    public Received files(String sender, InputStream zip, FolderReader source) throws IOException {
        return held(receiving.enter(sender), place -> {
            ZippedFolder folder = ZippedFolder.of(zip, place);
            try {
                return new Received(source.of(folder.folder()), folder.digest(), folder::close);
            } catch (IOException | RuntimeException | Error failure) {
                folder.close();
                throw failure;
            }
        });
    }

    /** Receives in a place, which is given back with what was received, or at once where that fails. */
    private static Received held(Receiving.Place place, Reception reception) throws IOException {
        try {
            Received received = reception.in(place);
            return new Received(received.source(), received.digest(), () -> {
                try {
                    received.close();
                } finally {
                    place.close();
                }
            });
        } catch (IOException | RuntimeException | Error failure) {
            place.close();
            throw failure;
        }
    }

    /**
     * Imports what was received.
     *
     * @throws InvalidInputException with a fault per bad line; nothing is written then
     * @throws TooManyStreamsException if as many as may be are under way already
     */
    public ImportReport ingest(Received received, ImportOptions options, Progress progress) {
        enter();
        try {
            return spans.within("import", () -> importer.run(received.source(), options, progress));
        } finally {
            places.release();
        }
    }

    /** What reads the files of a folder. */
    @FunctionalInterface
    public interface FolderReader {
        Source of(Path folder) throws IOException;
    }

    @FunctionalInterface
    private interface Reception {
        Received in(Receiving.Place place) throws IOException;
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyStreamsException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyStreamsException();
        }
    }

    private static InvalidInputException refused(String where, String reason) {
        return new InvalidInputException("The stream", List.of(new Fault(where, reason)));
    }
}
