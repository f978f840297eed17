package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.Stores;
import org.eyrie.server.imports.Ingestion;
import org.eyrie.server.imports.Received;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.recognition.Recogniser;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;

/** Files from people. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "ingest")
final class FilesController {

    private static final String DRY_RUN = "dry_run";
    private static final String NEW_MODELS = "new_models";

    private final Stores stores;
    private final Ingestion ingestion;
    private final TakenIn takenIn;

    FilesController(Stores stores, Ingestion ingestion, TakenIn takenIn) {
        this.takenIn = takenIn;
        this.stores = stores;
        this.ingestion = ingestion;
    }

    /**
     * Takes files in that are told by their content, as "eyrie import FILE..." does: tables of models, edges and scores,
     * results of evaluation harnesses, recipes, model cards and others.
     *
     * @param zip the files, a gigabyte at most when unpacked
     */
    @Post("/files")
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
    @Parameter(
            name = DRY_RUN,
            in = ParameterIn.QUERY,
            description = "say what would come in, write nothing",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = NEW_MODELS,
            in = ParameterIn.QUERY,
            description = "take models that tables name and nobody else knows as new ones, rather than as misspelt",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = KeyedRequests.HEADER,
            in = ParameterIn.HEADER,
            description = "a key of this request's own: sent again with it within a day, it is done once",
            schema = @Schema(type = "string", minLength = 1, maxLength = 200, pattern = "^[!-~]+$"))
    @ApiResponse(
            responseCode = "200",
            description = "What was created, unchanged, changed and rejected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReport.class)))
    HttpResponse<?> files(@Parameter(hidden = true) HttpRequest<?> request, @Body InputStream zip) throws IOException {
        try (zip) {
            Inputs inputs = new Inputs();
            String key = KeyedRequests.key(request, inputs);
            ImportOptions options = ImportOptions.DEFAULT.withDryRun(
                    inputs.flag(DRY_RUN, request.getParameters().get(DRY_RUN)));
            boolean newModels = inputs.flag(NEW_MODELS, request.getParameters().get(NEW_MODELS));
            inputs.check();
            try (Received received =
                    ingestion.files(AccessFilter.sender(request), zip, folder -> source(folder, newModels))) {
                return takenIn.of(request, key, received, options);
            }
        }
    }

    private Source source(Path folder, boolean newModels) throws IOException {
        return Recogniser.source(
                List.of(folder),
                null,
                KnownScales.of(stores.scores()),
                newModels ? UnknownModels.BECOME_STUBS : UnknownModels.ARE_REJECTED);
    }
}
