package org.eyrie.server.job;

import org.eyrie.model.job.Job;
import org.jspecify.annotations.Nullable;

/** A job of this service. Guarded by the lock of {@link JobTable}. */
final class JobEntry {

    final @Nullable String what;
    final @Nullable String task;
    Job job;
    boolean cancelled;

    /** Whether it is stopped because the service ends, and may be begun anew by the next one. */
    boolean left;

    /** Whether the database has not heard yet how it stands. */
    boolean untold;

    JobEntry(Job job, @Nullable String what, @Nullable String task) {
        this.job = job;
        this.what = what;
        this.task = task;
    }
}
