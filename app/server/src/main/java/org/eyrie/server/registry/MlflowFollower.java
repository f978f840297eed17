package org.eyrie.server.registry;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eyrie.model.EyrieException;
import org.eyrie.model.NoFitException;
import org.eyrie.sources.mlflow.MlflowWatch;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Follows an MLflow registry: imports what changes, and writes predictions back if asked to. */
public final class MlflowFollower {

    /** Is told what happens. */
    public interface Listener {

        /** A poll was imported. */
        void onReport(ImportReport report);

        /** Predictions were written back as that many tags; never told of none. */
        void onWrittenBack(int tags);

        /** Something failed; the next poll tries again, unless the reason says otherwise. */
        void onFailure(String reason);
    }

    private final MlflowWatch watch;
    private final @Nullable WriteBack writeBack;

    /** @param writeBack null where predictions stay here */
    public MlflowFollower(MlflowWatch watch, @Nullable WriteBack writeBack) {
        this.watch = watch;
        this.writeBack = writeBack;
    }

    /** Polls as soon as the poll under way has ended. */
    public void hasten() {
        watch.hasten();
    }

    /**
     * Follows until it is cancelled.
     *
     * @param importer imports a source
     */
    public void follow(Function<Source, ImportReport> importer, Listener listener, Progress progress) {
        AtomicBoolean toldOfNoFit = new AtomicBoolean();
        MlflowWatch.Listener polls = new MlflowWatch.Listener() {
            @Override
            public void onReport(ImportReport report) {
                listener.onReport(report);
                writeBack(listener, toldOfNoFit, progress);
            }

            @Override
            public void onFailure(Throwable failure) {
                listener.onFailure(
                        failure instanceof Error
                                ? "MLflow is not followed any longer, until all is started again: " + failure
                                : words(failure));
            }
        };
        try {
            watch.run(importer, polls, progress);
        } catch (CancelledException ended) {
            // That is how it ends.
        }
    }

    private void writeBack(Listener listener, AtomicBoolean toldOfNoFit, Progress progress) {
        if (writeBack == null) {
            return;
        }
        try {
            int tags = writeBack.run(progress);
            if (tags > 0) {
                listener.onWrittenBack(tags);
            }
        } catch (CancelledException e) {
            throw e;
        } catch (NoFitException e) {
            if (toldOfNoFit.compareAndSet(false, true)) {
                listener.onFailure("Nothing is written back yet: " + e.getMessage());
            }
        } catch (IOException | RuntimeException e) {
            listener.onFailure("Predictions were not written back: " + words(e));
        }
    }

    // What was foreseen says what to do; of the rest its kind is the better half of the message.
    private static String words(Throwable failure) {
        boolean foreseen = failure instanceof EyrieException || failure instanceof IOException;
        return foreseen && failure.getMessage() != null ? failure.getMessage() : "Unexpected failure: " + failure;
    }
}
