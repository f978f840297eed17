package org.eyrie.server.job;

import org.eyrie.model.EyrieException;
import org.eyrie.model.job.JobState;
import org.eyrie.task.CancelledException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a job ended, with what it made or why not. */
record JobEnding(
        JobState state, @Nullable String made, @Nullable String why) {

    private static final Logger LOG = LoggerFactory.getLogger(JobEnding.class);

    private static final String UNEXPECTED = "Unexpected failure; the log says more.";
    private static final String NO_MEMORY = "Java ran out of memory. Start the service with more of it, such as"
            + " EYRIE_JAVA_OPTS=-Xmx4g, then try again.";

    static JobEnding made(String result) {
        return new JobEnding(JobState.SUCCEEDED, result, null);
    }

    /** Errors too: a job that ran out of memory has ended, and who follows it must hear so. */
    static JobEnding of(Throwable thrown) {
        if (thrown instanceof CancelledException cancelled) {
            return new JobEnding(JobState.CANCELLED, null, cancelled.getMessage());
        }
        if (thrown instanceof EyrieException expected) {
            return new JobEnding(JobState.FAILED, null, expected.getMessage());
        }
        log(thrown);
        return new JobEnding(JobState.FAILED, null, thrown instanceof OutOfMemoryError ? NO_MEMORY : UNEXPECTED);
    }

    // What cannot be logged, again for want of memory, must not keep the job from ending.
    private static void log(Throwable thrown) {
        try {
            LOG.error("A job failed", thrown);
        } catch (Throwable atLeastItEnds) {
            thrown.addSuppressed(atLeastItEnds);
        }
    }
}
