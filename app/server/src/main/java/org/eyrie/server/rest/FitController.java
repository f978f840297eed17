package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownFitException;
import org.eyrie.server.job.Job;
import org.eyrie.server.job.Jobs;

/** Fits, made and to be made. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "fits")
final class FitController {

    private final Stores stores;
    private final Fitting fitting;
    private final Jobs jobs;

    FitController(Stores stores, Fitting fitting, Jobs jobs) {
        this.stores = stores;
        this.fitting = fitting;
        this.jobs = jobs;
    }

    /** Every fit, the last one first. */
    @Get("/fits")
    List<FitView> fits() {
        return stores.fits().all().stream().map(FitView::of).toList();
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
    @ApiResponse(responseCode = "202", description = "Queued")
    HttpResponse<Job> fit(@Nullable @Body FitRequest request) {
        Long seed = request == null ? null : request.seed();
        boolean force = request != null && Boolean.TRUE.equals(request.force());
        FitSettings settings = seed == null ? FitSettings.USUAL : new FitSettings(seed);
        String what = settings.seed() + " of version " + version() + (force ? ", in any case" : "");
        Job job = jobs.submit("fit", what, progress -> {
            Optional<Fit> current = force ? Optional.empty() : fitting.current(settings);
            return current.orElseGet(() -> fitting.fit(settings, progress)).id().value();
        });
        return HttpResponse.accepted(URI.create(Api.V1 + "/jobs/" + job.id())).body(job);
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
