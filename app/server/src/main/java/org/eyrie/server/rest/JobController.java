package org.eyrie.server.rest;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.eyrie.model.UnknownJobException;
import org.eyrie.server.job.Job;
import org.eyrie.server.job.Jobs;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Work that takes longer than a request. */
@Controller(Api.V1 + "/jobs")
@Tag(name = "jobs")
final class JobController {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The last jobs, the newest first. */
    @Get
    List<Job> all() {
        return jobs.all();
    }

    /** One job. */
    @Get("/{id}")
    Job job(String id) {
        return jobs.find(id).orElseThrow(() -> new UnknownJobException(id));
    }

    /** Asks a job to stop; it does at its next step. */
    @Delete("/{id}")
    @Status(HttpStatus.ACCEPTED)
    Job cancel(String id) {
        return jobs.cancel(id).orElseThrow(() -> new UnknownJobException(id));
    }

    /** A job's progress as server-sent events, whenever something changed, until it has ended. */
    @Get("/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Job>> events(String id) {
        job(id);
        return Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .map(tick -> job(id))
                .distinctUntilChanged()
                .takeUntil(job -> job.state().ended())
                .map(job -> Event.of(job).name(job.state().ended() ? "end" : "progress"));
    }
}
