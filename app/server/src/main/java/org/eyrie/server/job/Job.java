package org.eyrie.server.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands at one moment.
 *
 * @param id its name
 * @param kind what it does, such as {@code fit}
 * @param state how far it is
 * @param phase what is being done, or the empty string before it began
 * @param done steps of the phase behind
 * @param total all steps of the phase, or 0 where nobody can tell
 * @param result name of what it made, once it succeeded
 * @param failure why it ended without, for people
 * @param submittedAt when it was asked for
 * @param endedAt when it ended
 */
public record Job(
        String id,
        String kind,
        JobState state,
        String phase,
        long done,
        long total,
        @Nullable String result,
        @Nullable String failure,
        Instant submittedAt,
        @Nullable Instant endedAt) {

    static Job queued(String id, String kind, Instant now) {
        return new Job(id, kind, JobState.QUEUED, "", 0, 0, null, null, now, null);
    }

    Job at(String newPhase, long newDone, long newTotal) {
        return new Job(id, kind, JobState.RUNNING, newPhase, newDone, newTotal, null, null, submittedAt, null);
    }

    Job ended(JobState end, @Nullable String made, @Nullable String why, Instant now) {
        return new Job(id, kind, end, phase, done, total, made, why, submittedAt, now);
    }
}
