package org.eyrie.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.KeptJob;
import org.eyrie.model.memory.MemoryJobStore;
import org.eyrie.server.tracing.Spans;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One service after another over the same database. */
@Timeout(60)
class RestartedJobsTest {

    /** A run of this machine whose process cannot be there. */
    private static final String GONE = RunName.fresh().replaceFirst("\\|\\d+\\|", "|" + Integer.MAX_VALUE + "|");

    private final JobStore store = new MemoryJobStore();
    private final CountDownLatch begun = new CountDownLatch(1);

    private Jobs service(JobKind copy) {
        return new Jobs(Clock.systemUTC(), store, Map.of("copy", copy), Spans.NONE);
    }

    private static Job ended(Jobs jobs, String id) throws InterruptedException {
        Job job = jobs.find(id).orElseThrow();
        while (!job.state().ended()) {
            Thread.sleep(20);
            job = jobs.find(id).orElseThrow();
        }
        return job;
    }

    private String untilStopped(Progress progress) {
        begun.countDown();
        while (!progress.cancelled()) {
            Thread.onSpinWait();
        }
        progress.check();
        return "never";
    }

    @Test
    void aJobThatAnEndingServiceLeavesIsBegunAnewByTheNextOne() throws InterruptedException {
        String id;
        try (Jobs first = service((task, progress) -> untilStopped(progress))) {
            id = first.submit("copy", "a", "the task").id();
            begun.await();
        }
        assertThat(store.find(id).orElseThrow().job().state()).isEqualTo(JobState.INTERRUPTED);
        try (Jobs second = service((task, progress) -> "made of " + task)) {
            assertThat(await(second, id).result()).isEqualTo("made of the task");
            assertThat(second.find(id).orElseThrow().attempt()).isEqualTo(2);
        }
    }

    @Test
    void aJobOfAServiceThatWasKilledIsBegunAnewAsFarAsItsKindAllows() throws InterruptedException {
        Job safe = Job.queued("copy-1", "copy", Instant.EPOCH).at("half way", 1, 2);
        Job unsafe = Job.queued("other-1", "other", Instant.EPOCH).at("half way", 1, 2);
        store.keep(new KeptJob(safe, GONE, "the task"));
        store.keep(new KeptJob(unsafe, GONE, null));
        try (Jobs next = service((task, progress) -> "made of " + task)) {
            assertThat(await(next, "copy-1").state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(await(next, "other-1").state()).isEqualTo(JobState.INTERRUPTED);
            assertThat(next.find("other-1").orElseThrow().failure()).contains("Begin it anew");
            assertThat(next.all()).extracting(Job::id).containsExactlyInAnyOrder("copy-1", "other-1");
        }
    }

    @Test
    void aJobThatEndsItsServiceEachTimeIsGivenUp() throws InterruptedException {
        Job job = Job.queued("copy-1", "copy", Instant.EPOCH).again().again();
        store.keep(new KeptJob(job, GONE, "the task"));
        try (Jobs next = service((task, progress) -> "made")) {
            Job given = await(next, "copy-1");
            assertThat(given.state()).isEqualTo(JobState.INTERRUPTED);
            assertThat(given.failure()).contains("3 times");
        }
        try (Jobs after = service((task, progress) -> "made")) {
            assertThat(after.find("copy-1").orElseThrow().state()).isEqualTo(JobState.INTERRUPTED);
        }
    }

    @Test
    void aJobOfAnotherServiceIsSeenAndStopped() throws InterruptedException {
        try (Jobs first = service((task, progress) -> untilStopped(progress));
                Jobs second = service((task, progress) -> "made")) {
            String id = first.submit("copy", "a", "the task").id();
            begun.await();
            assertThat(second.cancel(id)).isPresent();
            assertThat(ended(first, id).state()).isEqualTo(JobState.CANCELLED);
            assertThat(ended(second, id).state()).isEqualTo(JobState.CANCELLED);
        }
    }

    // The keeper looks by itself, a moment after the start.
    private static Job await(Jobs jobs, String id) throws InterruptedException {
        while (jobs.find(id).orElseThrow().attempt() == 1
                || !jobs.find(id).orElseThrow().state().ended()) {
            Thread.sleep(20);
        }
        return jobs.find(id).orElseThrow();
    }
}
