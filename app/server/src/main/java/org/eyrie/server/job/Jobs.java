package org.eyrie.server.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eyrie.model.EyrieException;
import org.eyrie.model.TooManyJobsException;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs one after the other, because each takes the whole machine, and remembers the last ones. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** How many jobs are remembered; queued ones beyond are refused. */
    private static final int REMEMBERED = 100;

    /** How long the end of the service waits for the job under way: what it writes should not break off. */
    private static final int PATIENCE_SECONDS = 10;

    private static final String UNEXPECTED = "Unexpected failure; the log says more.";
    private static final String NO_MEMORY = "Java ran out of memory. Start the service with more of it, such as"
            + " EYRIE_JAVA_OPTS=-Xmx4g, then try again.";

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
        return submit(kind, null, work);
    }

    /**
     * Queues a job, or joins one that would do the same and has not ended.
     *
     * @param what equal for jobs of a kind that do the same; null for one that is like no other
     * @throws TooManyJobsException if too many wait already
     */
    public Job submit(String kind, @Nullable String what, Function<Progress, String> work) {
        Entry entry;
        synchronized (entries) {
            Optional<Entry> same = what == null ? Optional.empty() : open(kind, what);
            if (same.isPresent()) {
                return same.get().job;
            }
            forgetOldest();
            last++;
            entry = new Entry(what, Job.queued(kind + "-" + clock.millis() + "-" + last, kind, clock.instant()));
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

    /** Asks every job to stop, takes no more, and waits a while for the one under way. */
    @Override
    public void close() {
        all().forEach(job -> cancel(job.id()));
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The job under way did not stop within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Entry> open(String kind, String what) {
        return entries.values().stream()
                .filter(entry -> what.equals(entry.what) && entry.job.kind().equals(kind))
                .filter(entry -> !entry.cancelled && !entry.job.state().ended())
                .findFirst();
    }

    private void run(Entry entry, Function<Progress, String> work) {
        if (isCancelled(entry)) {
            return;
        }
        at(entry, "starting", 0, 0);
        Ending ending;
        try {
            ending = new Ending(JobState.SUCCEEDED, work.apply(progress(entry)), null);
        } catch (Throwable thrown) {
            ending = failed(thrown);
            logUnexpected(thrown);
        }
        end(entry, ending);
    }

    // Errors too: a job that ran out of memory has ended, and who follows it must hear so.
    private static Ending failed(Throwable thrown) {
        if (thrown instanceof CancelledException cancelled) {
            return new Ending(JobState.CANCELLED, null, cancelled.getMessage());
        }
        if (thrown instanceof EyrieException expected) {
            return new Ending(JobState.FAILED, null, expected.getMessage());
        }
        return new Ending(JobState.FAILED, null, thrown instanceof OutOfMemoryError ? NO_MEMORY : UNEXPECTED);
    }

    // What cannot be logged, again for want of memory, must not keep the job from ending.
    private static void logUnexpected(Throwable thrown) {
        if (thrown instanceof EyrieException || thrown instanceof CancelledException) {
            return;
        }
        try {
            LOG.error("A job failed", thrown);
        } catch (Throwable atLeastItEnds) {
            thrown.addSuppressed(atLeastItEnds);
        }
    }

    private Progress progress(Entry entry) {
        return Progress.of((step, done, total) -> at(entry, step, done, total), () -> isCancelled(entry));
    }

    private void at(Entry entry, String step, long done, long total) {
        synchronized (entries) {
            if (!entry.cancelled) {
                entry.job = entry.job.at(step, done, total);
            }
        }
    }

    private boolean isCancelled(Entry entry) {
        synchronized (entries) {
            return entry.cancelled;
        }
    }

    private void end(Entry entry, Ending ending) {
        synchronized (entries) {
            entry.job = entry.job.ended(ending.state(), ending.made(), ending.why(), clock.instant());
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

    /** How a job ended, with what it made or why not. */
    private record Ending(
            JobState state, @Nullable String made, @Nullable String why) {}

    /** Guarded by the lock on {@link #entries}. */
    private static final class Entry {
        private final @Nullable String what;
        private Job job;
        private boolean cancelled;

        Entry(@Nullable String what, Job job) {
            this.what = what;
            this.job = job;
        }
    }
}
