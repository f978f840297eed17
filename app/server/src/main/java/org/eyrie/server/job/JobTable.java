package org.eyrie.server.job;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.TooManyJobsException;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.model.job.KeptJob;
import org.jspecify.annotations.Nullable;

/** The jobs of this service as they stand. Every method holds its lock. */
final class JobTable {

    /** How many jobs are remembered; queued ones beyond are refused. */
    static final int REMEMBERED = 100;

    static final String LEFT = "The service ended while this was under way; the next one begins it anew.";
    static final String LOST = "The service ended while this was under way. Begin it anew.";

    private final Clock clock;
    private final String owner;
    private final Map<String, JobEntry> entries = new LinkedHashMap<>();
    private long last;

    JobTable(Clock clock, String owner) {
        this.clock = clock;
        this.owner = owner;
    }

    /** What would do the same and has not ended. */
    synchronized Optional<Job> open(String kind, String what) {
        return entries.values().stream()
                .filter(entry -> what.equals(entry.what) && entry.job.kind().equals(kind))
                .filter(entry -> !entry.cancelled && !entry.job.state().ended())
                .map(entry -> entry.job)
                .findFirst();
    }

    /** @throws TooManyJobsException if too many wait already */
    synchronized JobEntry add(String kind, @Nullable String what, @Nullable String task) {
        forgetOldest();
        last++;
        String id = kind + "-" + clock.millis() + "-" + owner.substring(owner.length() - 4) + last;
        JobEntry entry = new JobEntry(Job.queued(id, kind, clock.instant()), what, task);
        entries.put(id, entry);
        return entry;
    }

    /** A job that another service left; one that is not begun anew has ended. */
    synchronized JobEntry adopt(Job job, @Nullable String task, @Nullable String lost) {
        JobEntry entry = new JobEntry(job, null, task);
        entry.untold = true;
        entries.put(job.id(), entry);
        if (lost != null) {
            end(entry, new JobEnding(JobState.INTERRUPTED, null, lost));
        }
        return entry;
    }

    synchronized void remove(JobEntry entry) {
        entries.remove(entry.job.id());
    }

    synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.job);
    }

    synchronized Job now(JobEntry entry) {
        return entry.job;
    }

    synchronized List<Job> all() {
        return entries.values().stream().map(entry -> entry.job).toList();
    }

    /** Nothing happens to one that has ended. */
    synchronized void stop(String id) {
        JobEntry entry = entries.get(id);
        if (entry == null || entry.job.state().ended()) {
            return;
        }
        entry.cancelled = true;
        if (entry.job.state() == JobState.QUEUED) {
            end(entry, new JobEnding(JobState.CANCELLED, null, "Cancelled before it began."));
        }
    }

    /** Stops all of them, for the next service to go on. */
    synchronized void leave() {
        for (JobEntry entry : entries.values()) {
            entry.left |= !entry.cancelled;
            entry.cancelled = true;
            if (entry.job.state() == JobState.QUEUED) {
                end(entry, interrupted(entry));
            }
        }
    }

    /** Those of which the database has not heard how they stand. */
    synchronized List<JobEntry> untold() {
        return entries.values().stream().filter(entry -> entry.untold).toList();
    }

    /** How a job stands; from now on the database is taken to have heard. */
    synchronized KeptJob told(JobEntry entry) {
        entry.untold = false;
        boolean over = entry.job.state().ended() && entry.job.state() != JobState.INTERRUPTED;
        return new KeptJob(entry.job, owner, over ? null : entry.task);
    }

    /** The database has not heard. */
    synchronized void unheard(JobEntry entry) {
        entry.untold = true;
    }

    /** False where it was cancelled before it began. */
    synchronized boolean at(JobEntry entry, String step, long done, long total) {
        if (entry.cancelled) {
            return false;
        }
        entry.job = entry.job.at(step, done, total);
        entry.untold = true;
        return true;
    }

    synchronized boolean isCancelled(JobEntry entry) {
        return entry.cancelled;
    }

    /** As it ended, or interrupted where it stopped because the service ends. */
    synchronized void ended(JobEntry entry, JobEnding how) {
        end(entry, entry.left && how.state() != JobState.SUCCEEDED ? interrupted(entry) : how);
    }

    private static JobEnding interrupted(JobEntry entry) {
        return new JobEnding(JobState.INTERRUPTED, null, entry.task == null ? LOST : LEFT);
    }

    private void end(JobEntry entry, JobEnding how) {
        entry.job = entry.job.ended(how.state(), how.made(), how.why(), clock.instant());
        entry.untold = true;
    }

    private void forgetOldest() {
        if (entries.size() < REMEMBERED) {
            return;
        }
        String oldest = entries.values().stream()
                .map(entry -> entry.job)
                .filter(job -> job.state().ended())
                .map(Job::id)
                .findFirst()
                .orElseThrow(TooManyJobsException::new);
        entries.remove(oldest);
    }
}
