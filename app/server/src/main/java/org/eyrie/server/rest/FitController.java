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
import java.util.Locale;
import org.eyrie.model.FitId;
import org.eyrie.model.UnknownFitException;
import org.eyrie.server.fit.FitSettings;
import org.eyrie.server.fit.Fitting;
import org.eyrie.server.job.Job;
import org.eyrie.server.job.Jobs;
import org.eyrie.server.stores.Stores;

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

    /** Begins a fit of everything in the database; the answer's Location is its job. */
    @Post("/fits")
    @ApiResponse(responseCode = "202", description = "Queued")
    HttpResponse<Job> fit(@Nullable @Body FitRequest request) {
        FitSettings settings = request == null ? FitSettings.USUAL : request.settings(new Inputs());
        Job job = jobs.submit(
                "fit", progress -> fitting.fit(settings, progress).id().value());
        return HttpResponse.accepted(URI.create(Api.V1 + "/jobs/" + job.id())).body(job);
    }

    /**
     * How to fit.
     *
     * @param preset learned or paper; learned where it is missing
     * @param seed equal seeds give equal fits
     */
    record FitRequest(@Nullable String preset, @Nullable Long seed) {

        FitSettings settings(Inputs inputs) {
            FitSettings.Preset method = preset == null
                    ? FitSettings.USUAL.preset()
                    : inputs.required(
                            "preset", preset, name -> FitSettings.Preset.valueOf(name.toUpperCase(Locale.ROOT)));
            inputs.check();
            return new FitSettings(Inputs.checked(method), seed == null ? FitSettings.USUAL.seed() : seed);
        }
    }
}
