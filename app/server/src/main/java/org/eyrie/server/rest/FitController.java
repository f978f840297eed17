package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.model.EyrieException;
import org.eyrie.model.FitId;
import org.eyrie.model.Hindsight;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownFitException;
import org.eyrie.model.UnknownJobException;
import org.eyrie.model.job.Job;
import org.eyrie.server.job.Jobs;

/** Fits, made and to be made. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "fits")
final class FitController {

    private final Stores stores;
    private final KeyedRequests keyed;
    private final Jobs jobs;
    private final Answers answers;

    FitController(Stores stores, KeyedRequests keyed, Jobs jobs, Answers answers) {
        this.stores = stores;
        this.keyed = keyed;
        this.jobs = jobs;
        this.answers = answers;
    }

    /**
     * Fits, the last one first.
     *
     * @param cursor how many come before this part
     * @param limit how many at most, 1 to 5,000; the Link header points to the rest
     */
    @Get("/fits{?cursor,limit}")
    HttpResponse<List<FitView>> fits(
            HttpRequest<?> request,
            @Parameter(schema = @Schema(type = "integer", minimum = "0")) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "5000")) @Nullable String limit) {
        Slices part = Slices.of(cursor, limit);
        return part.response(request, stores.fits().all(), FitView::of);
    }

    /**
     * How predictions stood the test of scores that came after they were made, by benchmark: the check of intervals that
     * nobody can tune to. Of benchmarks that no such score came of there is nothing.
     */
    @Get("/hindsight")
    List<Hindsight> hindsight(HttpRequest<?> request) {
        return answers.of(request, stores.fits()::hindsight);
    }

    /** One fit. */
    @Get("/fits/{id}")
    FitView fit(String id) {
        Inputs inputs = new Inputs();
        FitId fit = inputs.required("id", id, FitId::new);
        inputs.check();
        return stores.fits()
                .find(Inputs.checked(fit))
                .map(FitView::of)
                .orElseThrow(() -> new UnknownFitException(Inputs.checked(fit)));
    }

    /**
     * Begins a fit of everything in the database; the answer's Location is its job. A fit of the same data that waits or
     * runs is joined, and where nothing was written since the latest fit the job ends with that one.
     */
    @Post("/fits")
    @Parameter(
            name = KeyedRequests.HEADER,
            in = ParameterIn.HEADER,
            description = "a key of this request's own: sent again with it within a day, its job is the same",
            schema = @Schema(type = "string", minLength = 1, maxLength = 200, pattern = "^[!-~]+$"))
    @ApiResponse(responseCode = "202", description = "Queued")
    HttpResponse<Job> fit(@Parameter(hidden = true) HttpRequest<?> asked, @Nullable @Body FitRequest request) {
        Inputs inputs = new Inputs();
        String key = KeyedRequests.key(asked, inputs);
        inputs.check();
        Long seed = request == null ? null : request.seed();
        boolean force = request != null && Boolean.TRUE.equals(request.force());
        FitTask task = new FitTask(seed == null ? FitSettings.USUAL.seed() : seed, force);
        String what = task.text() + " of version " + version();
        KeyedRequests.Outcome begun =
                keyed.once(asked, key, "fit " + task.text(), () -> jobs.submit(FitTask.KIND, what, task.text())
                        .id());
        Job job = jobs.find(begun.answer()).orElseThrow(() -> new UnknownJobException(begun.answer()));
        return begun.mark(
                HttpResponse.accepted(URI.create(Api.V1 + "/jobs/" + job.id())).body(job));
    }

    // What is wrong with the database the job will say.
    private @Nullable Long version() {
        try {
            return stores.facts().version();
        } catch (EyrieException unanswered) {
            return null;
        }
    }

    /**
     * How to fit.
     *
     * @param seed equal seeds and data give equal fits; 1 where it is missing
     * @param force whether to fit even where that would make an equal fit; false where it is missing
     */
    record FitRequest(@Nullable Long seed, @Nullable Boolean force) {}
}
