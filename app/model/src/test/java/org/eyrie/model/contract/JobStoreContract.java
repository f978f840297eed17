package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.KeptJob;
import org.junit.jupiter.api.Test;

/** Jobs that outlive the service that works on them. */
public abstract class JobStoreContract {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00.123456789Z");
    private static final Duration LONG = Duration.ofHours(1);

    /** An empty one. */
    protected abstract JobStore jobs();

    private static Job job(int number) {
        return Job.queued("fit-" + number, "fit", NOON.plusSeconds(number));
    }

    private static KeptJob kept(Job job, String owner) {
        return new KeptJob(job, owner, "1");
    }

    @Test
    void aJobIsFoundAsItLastStood() {
        JobStore jobs = jobs();
        Job running = job(1).at("learning", 2, 5);
        assertThat(jobs.keep(kept(job(1), "us"))).isTrue();
        assertThat(jobs.keep(kept(running, "us"))).isTrue();
        assertThat(jobs.find("fit-1")).contains(kept(running, "us"));
        Job over = running.ended(JobState.SUCCEEDED, "f1", null, NOON.plusSeconds(9));
        assertThat(jobs.keep(new KeptJob(over, "us", null))).isTrue();
        assertThat(jobs.find("fit-1")).contains(new KeptJob(over, "us", null));
        assertThat(jobs.find("fit-2")).isEmpty();
    }

    @Test
    void theLastOneIsListedFirst() {
        JobStore jobs = jobs();
        jobs.keep(kept(job(1), "us"));
        jobs.keep(kept(job(2), "them"));
        jobs.keep(kept(job(3), "us"));
        assertThat(jobs.latest(2)).containsExactly(job(3), job(2));
    }

    @Test
    void whatAServiceThatIsGoneLeftIsTakenOverOnce() {
        JobStore jobs = jobs();
        jobs.keep(kept(job(1).at("learning", 1, 2), "gone"));
        jobs.keep(kept(job(2), "alive"));
        assertThat(jobs.owners()).containsExactly("alive", "gone");
        List<KeptJob> taken = jobs.takeOver("us", List.of("gone"), LONG);
        assertThat(taken).containsExactly(kept(job(1).again(), "us"));
        assertThat(taken.get(0).job().attempt()).isEqualTo(2);
        assertThat(jobs.takeOver("others", List.of("gone"), LONG)).isEmpty();
        assertThat(jobs.keep(kept(job(1).at("learning", 2, 2), "gone")))
                .as("who was taken for gone hears that it is not its job any more")
                .isFalse();
    }

    @Test
    void whatWasInterruptedIsTakenOverIfItMayBeBegunAnew() {
        JobStore jobs = jobs();
        jobs.keep(kept(job(1).ended(JobState.INTERRUPTED, null, "ended", NOON), "gone"));
        jobs.keep(new KeptJob(job(2).ended(JobState.INTERRUPTED, null, "ended", NOON), "gone", null));
        assertThat(jobs.takeOver("us", List.of(), LONG)).containsExactly(kept(job(1).again(), "us"));
    }

    @Test
    void whatSomebodyWantsStoppedTheOwnerHearsAndNobodyBeginsAnew() {
        JobStore jobs = jobs();
        jobs.keep(kept(job(1), "us"));
        jobs.keep(kept(job(2), "us"));
        jobs.wishStopped("fit-1");
        assertThat(jobs.stillHere("us")).containsExactly("fit-1");
        assertThat(jobs.stillHere("them")).isEmpty();
        assertThat(jobs.takeOver("them", List.of("us"), LONG))
                .extracting(KeptJob::task)
                .containsExactly(null, "1");
    }

    @Test
    void ofThoseThatHaveEndedOnlySoManyAreKept() {
        JobStore jobs = jobs();
        for (int number = 0; number < JobStore.MOST_ENDED + 3; number++) {
            Job over = job(number).ended(JobState.SUCCEEDED, "f", null, NOON);
            jobs.keep(new KeptJob(over, "us", null));
        }
        assertThat(jobs.find("fit-2")).isEmpty();
        assertThat(jobs.find("fit-3")).isPresent();
    }
}
