package org.eyrie.model.job;

/** How far a job is. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** The service that worked on it ended. Where beginning anew is safe the next one does, and it is queued again. */
    INTERRUPTED;

    /** Whether nothing will change any more, unless another service takes it up. */
    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED, INTERRUPTED -> true;
        };
    }
}
