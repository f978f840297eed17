package org.eyrie.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eyrie.model.NoFitException;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.model.memory.MemoryJobStore;
import org.eyrie.server.tracing.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class JobEndsTest {

    private final CountDownLatch held = new CountDownLatch(1);
    private final Jobs jobs = new Jobs(
            Clock.systemUTC(), new MemoryJobStore(), Map.of("copy", (task, progress) -> hold(task)), Spans.NONE);

    @AfterEach
    void close() {
        jobs.close();
    }

    static Stream<Throwable> whateverCanBeThrown() {
        return Stream.of(
                new NoFitException(),
                new IllegalStateException("a mistake of ours"),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("jdk/incubator/vector/DoubleVector"),
                new AssertionError(),
                new java.io.IOException("thrown sneakily"));
    }

    @ParameterizedTest
    @MethodSource("whateverCanBeThrown")
    void whateverAJobThrowsItEndsAsFailedWithAMessageAndTheNextOneRuns(Throwable thrown) {
        Job failed = ended(jobs.submit("fit", progress -> sneakily(thrown)));
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.failure()).isNotBlank();
        assertThat(failed.endedAt()).isNotNull();
        assertThat(ended(jobs.submit("fit", progress -> "made")).result()).isEqualTo("made");
    }

    @Test
    void aJobThatRanOutOfMemorySaysHowToGiveItMore() {
        Job failed = ended(jobs.submit("fit", progress -> sneakily(new OutOfMemoryError("Java heap space"))));
        assertThat(failed.failure()).contains("memory", "EYRIE_JAVA_OPTS");
    }

    @Test
    void closingWaitsForTheJobUnderWayToStop() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        jobs.submit("fit", progress -> {
            running.countDown();
            while (!progress.cancelled()) {
                Thread.onSpinWait();
            }
            pause();
            stopped.set(true);
            return "made";
        });
        running.await();
        jobs.close();
        assertThat(stopped).isTrue();
    }

    private Job ended(Job submitted) {
        Job job = submitted;
        while (!job.state().ended()) {
            pause();
            job = jobs.find(submitted.id()).orElseThrow();
        }
        return job;
    }

    private String hold(String task) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return task;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(20).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable, R> R sneakily(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void equalJobsAreJoinedUntilTheyHaveEnded() {
        Job first = jobs.submit("copy", "a", "task");
        assertThat(jobs.submit("copy", "a", "task").id()).isEqualTo(first.id());
        assertThat(jobs.submit("copy", "b", "task").id()).isNotEqualTo(first.id());
        held.countDown();
        ended(first);
        assertThat(jobs.submit("copy", "a", "task").id()).isNotEqualTo(first.id());
    }
}
