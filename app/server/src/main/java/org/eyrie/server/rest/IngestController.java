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
import org.eyrie.server.imports.Ingestion;
import org.eyrie.server.imports.Received;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;

/** Facts from programs. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "ingest")
final class IngestController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String DRY_RUN = "dry_run";
    private static final String SKIP_BAD_ROWS = "skip_bad_rows";

    private final Ingestion ingestion;
    private final TakenIn takenIn;

    IngestController(Ingestion ingestion, TakenIn takenIn) {
        this.ingestion = ingestion;
        this.takenIn = takenIn;
    }

    /**
     * Takes facts in, JSON, one a line, gzip welcome: models, edges, scores, items. Sending them again changes nothing.
     * A stream with bad lines is refused whole, with every bad line listed, unless they shall be skipped.
     *
     * @param facts a gigabyte at most, gzip undone
     */
    @Post("/ingest")
    @Consumes({NDJSON, "application/jsonl", MediaType.APPLICATION_OCTET_STREAM, "application/gzip"})
    @Parameter(
            name = DRY_RUN,
            in = ParameterIn.QUERY,
            description = "say what would happen, write nothing",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = SKIP_BAD_ROWS,
            in = ParameterIn.QUERY,
            description = "write the good lines of a stream that has bad ones",
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
    HttpResponse<?> ingest(@Parameter(hidden = true) HttpRequest<?> request, @Body InputStream facts)
            throws IOException {
        // Closed whatever happens: a client that is refused while it still sends would wait for its body to be read.
        try (facts) {
            Inputs inputs = new Inputs();
            String key = KeyedRequests.key(request, inputs);
            ImportOptions options = ImportOptions.DEFAULT
                    .withDryRun(inputs.flag(DRY_RUN, request.getParameters().get(DRY_RUN)))
                    .withSkipBadRows(
                            inputs.flag(SKIP_BAD_ROWS, request.getParameters().get(SKIP_BAD_ROWS)));
            inputs.check();
            try (Received received = ingestion.lines("request", AccessFilter.sender(request), facts)) {
                return takenIn.of(request, key, received, options);
            }
        }
    }
}
