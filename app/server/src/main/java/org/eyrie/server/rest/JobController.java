package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.eyrie.model.UnknownJobException;
import org.eyrie.model.job.Job;
import org.eyrie.server.job.Jobs;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Work that takes longer than a request. */
@Controller(Api.V1 + "/jobs")
@Tag(name = "jobs")
final class JobController {

    private static final String LAST_EVENT = "Last-Event-ID";
    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The last jobs, the newest first. */
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Get
    List<Job> all() {
        return jobs.all();
    }

    /** One job. */
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Get("/{id}")
    Job job(String id) {
        return jobs.find(id).orElseThrow(() -> new UnknownJobException(id));
    }

    /** Asks a job to stop; it does at its next step. */
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Delete("/{id}")
    @Status(HttpStatus.ACCEPTED)
    Job cancel(String id) {
        return jobs.cancel(id).orElseThrow(() -> new UnknownJobException(id));
    }

    /**
     * A job's progress as server-sent events, whenever something changed, until it has ended. Who lost the connection sends
     * the id of the last event as Last-Event-ID, as browsers do, and gets what is new since; 204 where that was the end.
     */
    @Get("/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Parameter(
            name = LAST_EVENT,
            in = ParameterIn.HEADER,
            description = "the id of the last event that was seen",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "204", description = "That was the last one")
    Publisher<HttpResponse<Publisher<Event<Job>>>> events(@Parameter(hidden = true) HttpRequest<?> request, String id) {
        String seen = request.getHeaders().get(LAST_EVENT);
        return Mono.fromCallable(() -> response(id, seen)).subscribeOn(Schedulers.boundedElastic());
    }

    private HttpResponse<Publisher<Event<Job>>> response(String id, @Nullable String seen) {
        Job now = job(id);
        return now.state().ended() && eventId(now).equals(seen)
                ? HttpResponse.noContent()
                : HttpResponse.<Publisher<Event<Job>>>ok(events(id, seen))
                        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }

    private Publisher<Event<Job>> events(String id, @Nullable String seen) {
        return Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .publishOn(Schedulers.boundedElastic())
                .map(tick -> job(id))
                .distinctUntilChanged()
                .takeUntil(job -> job.state().ended())
                .filter(job -> !eventId(job).equals(seen))
                .map(job -> Event.of(job)
                        .id(eventId(job))
                        .retry(RECONNECT_AFTER)
                        .name(job.state().ended() ? "end" : "progress"));
    }

    // Equal for equal states of a job, also after a restart of the service.
    private static String eventId(Job job) {
        return job.attempt() + "-" + Integer.toHexString(job.toString().hashCode());
    }
}
