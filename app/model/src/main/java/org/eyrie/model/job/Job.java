package org.eyrie.model.job;

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
 * @param attempt how often it was begun, from 1: more than once where a service ended while it ran
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
        @Nullable Instant endedAt,
        int attempt) {

    /** One that waits for its turn. */
    public static Job queued(String id, String kind, Instant now) {
        return new Job(id, kind, JobState.QUEUED, "", 0, 0, null, null, now, null, 1);
    }

    /** The same, at a step. */
    public Job at(String newPhase, long newDone, long newTotal) {
        return new Job(id, kind, JobState.RUNNING, newPhase, newDone, newTotal, null, null, submittedAt, null, attempt);
    }

    /** The same, over. */
    public Job ended(JobState end, @Nullable String made, @Nullable String why, Instant now) {
        return new Job(id, kind, end, phase, done, total, made, why, submittedAt, now, attempt);
    }

    /** The same, waiting for its turn once more. */
    public Job again() {
        return new Job(id, kind, JobState.QUEUED, "", 0, 0, null, null, submittedAt, null, attempt + 1);
    }
}
