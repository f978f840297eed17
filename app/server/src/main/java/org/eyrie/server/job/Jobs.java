package org.eyrie.server.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eyrie.engine.fit.Progress;
import org.eyrie.model.CancelledException;
import org.eyrie.model.EyrieException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs one after the other, because each takes the whole machine, and remembers the last ones. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** How many jobs are remembered; queued ones beyond are refused. */
    private static final int REMEMBERED = 100;

    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long last;

    public Jobs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Queues a job.
     *
     * @param work does it and returns the name of what it made; its progress tells it when to stop
     * @throws TooManyJobsException if too many wait already
     */
    public Job submit(String kind, Function<Progress, String> work) {
        Entry entry;
        synchronized (entries) {
            forgetOldest();
            last++;
            entry = new Entry(Job.queued(kind + "-" + clock.millis() + "-" + last, kind, clock.instant()));
            entries.put(entry.job.id(), entry);
        }
        worker.execute(() -> run(entry, work));
        return snapshot(entry);
    }

    /** The job of that id; empty where there is none, or none any more. */
    public Optional<Job> find(String id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id)).map(entry -> entry.job);
        }
    }

    /** Every job remembered, the last one first. */
    public List<Job> all() {
        synchronized (entries) {
            List<Job> jobs = new ArrayList<>();
            entries.values().forEach(entry -> jobs.add(0, entry.job));
            return jobs;
        }
    }

    /** Asks a job to stop; it does at its next step. Nothing happens to one that has ended. */
    public Optional<Job> cancel(String id) {
        synchronized (entries) {
            Optional<Entry> entry = Optional.ofNullable(entries.get(id));
            entry.ifPresent(running -> {
                running.cancelled = true;
                if (running.job.state() == JobState.QUEUED) {
                    running.job =
                            running.job.ended(JobState.CANCELLED, null, "Cancelled before it began.", clock.instant());
                }
            });
            return entry.map(found -> found.job);
        }
    }

    /** Asks every job to stop and takes no more. */
    @Override
    public void close() {
        all().forEach(job -> cancel(job.id()));
        worker.shutdown();
    }

    private void run(Entry entry, Function<Progress, String> work) {
        if (!step(entry, "starting", 0, 0)) {
            return;
        }
        try {
            String made = work.apply((phase, done, total) -> step(entry, phase, done, total));
            end(entry, entry.job.ended(JobState.SUCCEEDED, made, null, clock.instant()));
        } catch (CancelledException cancelled) {
            end(entry, entry.job.ended(JobState.CANCELLED, null, cancelled.getMessage(), clock.instant()));
        } catch (EyrieException expected) {
            end(entry, entry.job.ended(JobState.FAILED, null, expected.getMessage(), clock.instant()));
        } catch (RuntimeException unexpected) {
            LOG.error("Job {} failed", entry.job.id(), unexpected);
            end(
                    entry,
                    entry.job.ended(JobState.FAILED, null, "Unexpected failure; the log says more.", clock.instant()));
        }
    }

    private boolean step(Entry entry, String phase, long done, long total) {
        synchronized (entries) {
            if (entry.cancelled) {
                return false;
            }
            entry.job = entry.job.at(phase, done, total);
            return true;
        }
    }

    private void end(Entry entry, Job ended) {
        synchronized (entries) {
            entry.job = ended;
        }
    }

    private Job snapshot(Entry entry) {
        synchronized (entries) {
            return entry.job;
        }
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

    /** Guarded by the lock on {@link #entries}. */
    private static final class Entry {
        private Job job;
        private boolean cancelled;

        Entry(Job job) {
            this.job = job;
        }
    }
}
