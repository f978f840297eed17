package org.eyrie.server.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eyrie.model.EyrieException;
import org.eyrie.model.TooManyJobsException;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.KeptJob;
import org.eyrie.server.tracing.Spans;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs one after the other, because each takes the whole machine. They are kept in the database: after a restart they
 * are still there, and those of kinds that may be begun anew are.
 */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** How long the end of the service waits for the job under way: what it writes should not break off. */
    private static final int PATIENCE_SECONDS = 10;

    /** How often a job is begun: one that takes its service down with it must not do so for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String TOO_OFTEN = "The service ended " + MOST_ATTEMPTS
            + " times while this was under way. Look into its log, then begin it anew.";

    private final JobStore store;
    private final String owner = RunName.fresh();
    private final Map<String, JobKind> kinds;
    private final Spans spans;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final JobTable table;
    private volatile Consumer<Job> listener = job -> {};
    private final JobKeeper keeper;

    /**
     * Takes up at once what a service before this one left.
     *
     * @param kinds what may be begun anew, by its name
     * @param spans hears of every job that is worked on
     */
    public Jobs(Clock clock, JobStore store, Map<String, JobKind> kinds, Spans spans) {
        this.store = store;
        this.spans = spans;
        this.kinds = Map.copyOf(kinds);
        this.table = new JobTable(clock, owner);
        this.keeper = new JobKeeper(this, store, owner);
        keeper.start();
    }

    /**
     * Queues a job that is like no other and not begun anew.
     *
     * @param work does it and returns the name of what it made; its progress tells it when to stop
     * @throws TooManyJobsException if too many wait already
     */
    public Job submit(String kind, Function<Progress, String> work) {
        return submit(kind, null, null, work);
    }

    /**
     * Queues a job of a kind that is known, or joins one that would do the same and has not ended.
     *
     * @param what equal for jobs of a kind that do the same
     * @param task what to do, in words of the kind
     * @throws TooManyJobsException if too many wait already
     */
    public Job submit(String kind, String what, String task) {
        JobKind known = kinds.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("There is no kind of jobs called " + kind);
        }
        return submit(kind, what, task, progress -> known.run(task, progress));
    }

    private synchronized Job submit(
            String kind, @Nullable String what, @Nullable String task, Function<Progress, String> work) {
        Optional<Job> same = what == null ? Optional.empty() : table.open(kind, what);
        if (same.isPresent()) {
            return same.get();
        }
        JobEntry entry = table.add(kind, what, task);
        try {
            store.keep(new KeptJob(table.now(entry), owner, task));
        } catch (EyrieException unanswered) {
            table.remove(entry);
            throw unanswered;
        }
        Function<Progress, String> told = spans.later(kind, work);
        worker.execute(() -> run(entry, told));
        return table.now(entry);
    }

    /** The job of that id, whichever service works on it; empty where there is none, or none any more. */
    public Optional<Job> find(String id) {
        return table.find(id).or(() -> store.find(id).map(KeptJob::job));
    }

    /** Every job remembered, the last one first; of this service alone where the database does not answer. */
    public List<Job> all() {
        Map<String, Job> jobs = new LinkedHashMap<>();
        try {
            store.latest(JobTable.REMEMBERED).forEach(job -> jobs.put(job.id(), job));
        } catch (EyrieException unanswered) {
            LOG.debug("Jobs of this service alone: {}", unanswered.getMessage());
        }
        table.all().forEach(job -> jobs.put(job.id(), job));
        List<Job> sorted = new ArrayList<>(jobs.values());
        sorted.sort(
                Comparator.comparing(Job::submittedAt).thenComparing(Job::id).reversed());
        return sorted.subList(0, Math.min(sorted.size(), JobTable.REMEMBERED));
    }

    /** Asks a job to stop; it does at its next step. Nothing happens to one that has ended. */
    public Optional<Job> cancel(String id) {
        if (table.find(id).isPresent()) {
            table.stop(id);
            return table.find(id);
        }
        Optional<Job> elsewhere = store.find(id).map(KeptJob::job);
        if (elsewhere.isPresent() && !elsewhere.get().state().ended()) {
            store.wishStopped(id);
        }
        return elsewhere;
    }

    /** Asks every job to stop, takes no more, and waits a while for the one under way; the next service goes on. */
    @Override
    public void close() {
        keeper.close(); // before all else, lest it takes up what is being left
        table.leave();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The job under way did not stop within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            tellAll();
        } catch (EyrieException unanswered) {
            LOG.debug("The next service will see that this one is gone: {}", unanswered.getMessage());
        }
    }

    /** Jobs of this service, those that have ended among them. */
    public List<Job> here() {
        return table.all();
    }

    /** From now on this one hears of every job that ends. */
    public void listen(Consumer<Job> hearing) {
        listener = hearing;
    }

    /** Stops a job of this service. */
    void stop(String id) {
        table.stop(id);
    }

    /** Begins anew what another service left, or says that it is lost. */
    void takeUp(KeptJob left) {
        Job job = left.job();
        JobKind kind = kinds.get(job.kind());
        String task = left.task();
        if (kind == null || task == null || job.attempt() > MOST_ATTEMPTS) {
            table.adopt(job, null, job.attempt() > MOST_ATTEMPTS ? TOO_OFTEN : JobTable.LOST);
            tellAll();
            return;
        }
        LOG.warn("The job {} is begun anew: the service that worked on it ended", job.id());
        JobEntry entry = table.adopt(job, task, null);
        try {
            worker.execute(() -> run(entry, spans.later(job.kind(), progress -> kind.run(task, progress))));
        } catch (RejectedExecutionException ending) {
            LOG.debug("The job {} is left for the next service", job.id());
        }
    }

    /** Whether a job waits or runs. */
    boolean anyOpen() {
        return table.all().stream().anyMatch(job -> !job.state().ended());
    }

    /** Keeps how jobs stand of which the database has not heard. What is another service's by now is stopped here. */
    void tellAll() {
        table.untold().forEach(this::tell);
    }

    private void tell(JobEntry entry) {
        KeptJob now = table.told(entry);
        try {
            if (!store.keep(now)) {
                table.stop(now.job().id());
            }
        } catch (EyrieException unanswered) {
            table.unheard(entry);
            throw unanswered;
        }
    }

    private void run(JobEntry entry, Function<Progress, String> work) {
        if (!table.at(entry, "starting", 0, 0)) {
            return;
        }
        try {
            table.ended(entry, JobEnding.made(work.apply(progress(entry))));
        } catch (Throwable thrown) {
            table.ended(entry, JobEnding.of(thrown));
        }
        listener.accept(table.now(entry));
        try {
            tell(entry);
        } catch (EyrieException unanswered) {
            LOG.debug("The database will hear later that a job ended: {}", unanswered.getMessage());
        }
    }

    private Progress progress(JobEntry entry) {
        return Progress.of((step, done, total) -> table.at(entry, step, done, total), () -> table.isCancelled(entry));
    }
}
