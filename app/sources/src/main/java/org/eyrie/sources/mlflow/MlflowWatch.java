package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eyrie.sources.http.Pauses;
import org.eyrie.sources.registry.Acyclic;
import org.eyrie.sources.registry.CursorStore;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/**
 * Polls a registry and imports what changed: {@code import mlflow --uri URI --watch}. A webhook only hastens the next
 * poll, for servers send none for metrics.
 */
public final class MlflowWatch {

    /** Is told what became of each poll. */
    public interface Listener {

        /** A poll was imported. */
        void onReport(ImportReport report);

        /** A poll failed, or what was made of its report; the next poll tries again. An {@link Error} ends the watch. */
        void onFailure(Throwable failure);
    }

    /** How many polls pass until everything is read again: metrics are logged to ended runs too. */
    private static final int FULL_EVERY = 10;

    /** Time between polls that fail one after the other, unless they are further apart anyway. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

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
     * Polls until cancelled. Whatever else is thrown in a round is told and tried again, each time twice as late as
     * before, up to ten minutes; errors of the machine are told and end it.
     *
     * @param importer imports a source, such as {@code source -> importer.run(source, options, progress)}
     * @throws CancelledException if this or the import was cancelled
     */
    public void run(Function<Source, ImportReport> importer, Listener listener, Progress progress) {
        int failures = 0;
        for (int polls = 0; ; polls++) {
            progress.check();
            hastened.set(false);
            try {
                listener.onReport(poll(importer, polls % FULL_EVERY == 0));
                failures = 0;
            } catch (CancelledException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                failures++;
                listener.onFailure(e);
            } catch (Error e) {
                listener.onFailure(e);
                throw e;
            }
            sleep(pause(failures), progress);
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
        ImportReport report = Acyclic.load(importer, MlflowImport.of(registry, keys, cursor));
        if (!report.dryRun()) {
            cursors.save(key, cursor.format());
        }
        return report;
    }

    private Duration pause(int failures) {
        Duration pause = every;
        for (int failure = 1; failure < failures && pause.compareTo(LONGEST) < 0; failure++) {
            pause = pause.multipliedBy(2);
        }
        Duration bound = every.compareTo(LONGEST) > 0 ? every : LONGEST;
        return pause.compareTo(bound) < 0 ? pause : bound;
    }

    private void sleep(Duration pause, Progress progress) {
        Instant end = clock.instant().plus(pause);
        while (!hastened.get() && clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            pauses.pause(left.compareTo(Pauses.SLICE) < 0 ? left : Pauses.SLICE, progress);
        }
    }
}
