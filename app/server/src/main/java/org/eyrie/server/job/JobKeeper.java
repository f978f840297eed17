package org.eyrie.server.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.EyrieException;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.KeptJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, every few seconds, that the database knows how the jobs of this service stand and that it lives, that what
 * others want stopped is stopped, and that jobs which another service left are taken up.
 */
final class JobKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);

    private static final long LOOK_SECONDS = 3;

    /** Others' jobs are looked for once in so many looks. */
    private static final int TAKE_OVER_EVERY = 5;

    /** A service may wait for an import of another one before it can say that it lives. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final int PATIENCE_SECONDS = 10;

    private final Jobs jobs;
    private final JobStore store;
    private final String owner;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "jobs-keeper");
        thread.setDaemon(true);
        return thread;
    });
    private int looks;

    JobKeeper(Jobs jobs, JobStore store, String owner) {
        this.jobs = jobs;
        this.store = store;
        this.owner = owner;
    }

    void start() {
        ScheduledFuture<?> unused = clockwork.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    // Nothing may escape: a task that throws is never run again.
    private void look() {
        try {
            jobs.tellAll();
            if (jobs.anyOpen()) {
                store.stillHere(owner).forEach(jobs::stop);
            }
            if (looks++ % TAKE_OVER_EVERY == 0) {
                takeOver();
            }
        } catch (EyrieException unanswered) {
            LOG.debug("Jobs will be kept later: {}", unanswered.getMessage());
        } catch (RuntimeException | Error mistake) {
            LOG.error("Jobs could not be kept", mistake);
        }
    }

    private void takeOver() {
        List<String> gone = store.owners().stream().filter(RunName::isGone).toList();
        for (KeptJob left : store.takeOver(owner, gone, SILENCE)) {
            jobs.takeUp(left);
        }
    }

    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The database did not hear in time how jobs stand");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
