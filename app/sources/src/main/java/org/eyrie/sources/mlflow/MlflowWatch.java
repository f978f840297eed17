package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eyrie.model.CancelledException;
import org.eyrie.model.EyrieException;
import org.eyrie.sources.ImportReport;
import org.eyrie.sources.Source;
import org.eyrie.sources.http.Pauses;
import org.eyrie.sources.http.Pulse;
import org.eyrie.sources.registry.CursorStore;

/**
 * Polls a registry and imports what changed: {@code import mlflow --uri URI --watch}. A webhook only hastens the next
 * poll, for servers send none for metrics.
 */
public final class MlflowWatch {

    /** Is told what became of each poll. */
    public interface Listener {

        /** A poll was imported. */
        void onReport(ImportReport report);

        /** A poll failed; the next one tries again. */
        void onFailure(Exception failure);
    }

    /** How many polls pass until everything is read again: metrics are logged to ended runs too. */
    private static final int FULL_EVERY = 10;

    private final MlflowRegistry registry;
    private final MetricKeys keys;
    private final CursorStore cursors;
    private final Duration every;
    private final InstantSource clock;
    private final Pauses pauses;
    private final AtomicBoolean hastened = new AtomicBoolean();

    /**
     * A watch that has not begun.
     *
     * @param every time between polls, at least a second
     */
    public MlflowWatch(
            MlflowRegistry registry,
            MetricKeys keys,
            CursorStore cursors,
            Duration every,
            InstantSource clock,
            Pauses pauses) {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("Polls are at least a second apart, not " + every);
        }
        this.registry = registry;
        this.keys = keys;
        this.cursors = cursors;
        this.every = every;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Polls as soon as the poll under way has ended. May be called from any thread. */
    public void hasten() {
        hastened.set(true);
    }

    /**
     * Polls until cancelled.
     *
     * @param importer imports a source, such as {@code source -> importer.run(source, options, monitor)}
     * @throws CancelledException when the pulse or the import says so
     */
    public void run(Function<Source, ImportReport> importer, Listener listener, Pulse pulse) {
        for (int polls = 0; ; polls++) {
            pulse.beat();
            hastened.set(false);
            try {
                listener.onReport(poll(importer, polls % FULL_EVERY == 0));
            } catch (CancelledException e) {
                throw e;
            } catch (EyrieException | IOException e) {
                listener.onFailure(e);
            }
            sleep(pulse);
        }
    }

    /**
     * Imports what changed since the cursor, and moves it once that is written.
     *
     * @param full whether versions that look unchanged are read too
     */
    public ImportReport poll(Function<Source, ImportReport> importer, boolean full) throws IOException {
        String key = "mlflow " + registry.uri();
        MlflowCursor cursor = cursors.load(key).map(MlflowCursor::parse).orElseGet(MlflowCursor::new);
        if (full) {
            cursor.unsettle();
        }
        ImportReport report = importer.apply(MlflowImport.of(registry, keys, cursor));
        if (!report.dryRun()) {
            cursors.save(key, cursor.format());
        }
        return report;
    }

    private void sleep(Pulse pulse) {
        Instant end = clock.instant().plus(every);
        while (!hastened.get() && clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            pauses.pause(left.compareTo(Pauses.SLICE) < 0 ? left : Pauses.SLICE, pulse);
        }
    }
}
