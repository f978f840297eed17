package org.eyrie.server.registry;

import org.eyrie.server.tracing.Spans;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows MLflow on a thread of its own until it is closed. */
public final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final Thread thread;
    private volatile boolean ended;

    public Following(MlflowFollower follower, Importer importer, FollowersLag lag, Spans spans) {
        lag.read();
        Progress progress = Progress.of((step, done, total) -> {}, () -> ended);
        ImportOptions options = ImportOptions.DEFAULT.withSkipBadRows(true);
        thread = new Thread(
                () -> follower.follow(
                        source -> spans.within("import", () -> importer.run(source, options, progress)),
                        new Log(lag),
                        progress),
                "mlflow");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the request under way, or a few seconds. */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a person who looks into the log may want to know. */
    private static final class Log implements MlflowFollower.Listener {

        private final FollowersLag lag;

        Log(FollowersLag lag) {
            this.lag = lag;
        }

        @Override
        public void onReport(ImportReport report) {
            lag.read();
            if (report.rejectedRows() > 0) {
                LOG.warn(
                        "{}: {} rows rejected, the first one: {}",
                        report.source(),
                        report.rejectedRows(),
                        report.rejected().get(0));
            }
        }

        @Override
        public void onWrittenBack(int tags) {
            LOG.info("{} predictions written back as tags", tags);
        }

        @Override
        public void onFailure(String reason) {
            LOG.warn("{}", reason);
        }
    }
}
