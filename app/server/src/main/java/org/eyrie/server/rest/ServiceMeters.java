package org.eyrie.server.rest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.server.answers.AnswerCounts;
import org.eyrie.server.job.Jobs;
import org.eyrie.server.registry.FollowersLag;
import org.eyrie.server.stores.Session;
import org.eyrie.server.tracing.Spans;

/** What the service measures of itself: statements, jobs, kept answers, followers. */
@Singleton
final class ServiceMeters implements MeterBinder {

    private final Session session;
    private final Jobs jobs;
    private final Answers answers;
    private final FollowersLag lag;
    private final Spans spans;

    ServiceMeters(Session session, Jobs jobs, Answers answers, FollowersLag lag, Spans spans) {
        this.spans = spans;
        this.session = session;
        this.jobs = jobs;
        this.answers = answers;
        this.lag = lag;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        session.listen(new StatementTimers(registry).and(spans.statements()));
        jobs.listen(job -> ended(registry, job));
        for (JobState state : new JobState[] {JobState.QUEUED, JobState.RUNNING}) {
            Gauge.builder("eyrie.jobs.open", jobs, all -> all.here().stream()
                            .filter(job -> job.state() == state)
                            .count())
                    .description("Jobs of this service that have not ended")
                    .tag("state", word(state))
                    .register(registry);
        }
        AnswerCounts counts = answers.counts();
        counter(registry, "kept", counts::kept, counts);
        counter(registry, "worked out", counts::workedOut, counts);
        counter(registry, "refused", counts::refused, counts);
        Gauge.builder("eyrie.follower.lag", lag, FollowersLag::seconds)
                .description("Seconds since the registry was last read whole; nothing where none is followed")
                .baseUnit("seconds")
                .tag("registry", "mlflow")
                .register(registry);
    }

    private static void counter(
            MeterRegistry registry, String how, java.util.function.LongSupplier count, AnswerCounts counts) {
        FunctionCounter.builder("eyrie.answers", counts, any -> count.getAsLong())
                .description("Answers out of memory, worked out, and refused because too many waited")
                .tag("how", how)
                .register(registry);
    }

    private static void ended(MeterRegistry registry, Job job) {
        if (job.endedAt() != null) {
            Timer.builder("eyrie.jobs")
                    .description("Jobs that have ended, from when they were asked for")
                    .tag("kind", job.kind())
                    .tag("state", word(job.state()))
                    .register(registry)
                    .record(Duration.between(job.submittedAt(), job.endedAt()));
        }
    }

    private static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
