package org.eyrie.server.rest;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.eyrie.server.imports.Ingestion;
import org.eyrie.sources.ImportMonitor;
import org.eyrie.sources.ImportOptions;
import org.eyrie.sources.ImportReport;

/** Facts from programs. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "ingest")
final class IngestController {

    private static final String NDJSON = "application/x-ndjson";

    private final Ingestion ingestion;

    IngestController(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    /**
     * Takes facts in, JSON, one a line, gzip welcome: models, edges, scores, items. Sending them again changes nothing.
     * A stream with bad lines is refused whole, with every bad line listed, unless they shall be skipped.
     *
     * @param dryRun say what would happen, write nothing
     * @param skipBadRows write the good lines of a stream that has bad ones
     * @param facts a gigabyte at most, gzip undone
     */
    @Post("/ingest")
    @Consumes({NDJSON, "application/jsonl", MediaType.APPLICATION_OCTET_STREAM, "application/gzip"})
    @ApiResponse(responseCode = "200", description = "What was created, unchanged, changed and rejected")
    ImportReport ingest(
            @QueryValue(value = "dry_run", defaultValue = "false") String dryRun,
            @QueryValue(value = "skip_bad_rows", defaultValue = "false") String skipBadRows,
            @Body InputStream facts) {
        Inputs inputs = new Inputs();
        ImportOptions options = ImportOptions.DEFAULT
                .withDryRun(inputs.flag("dry_run", dryRun))
                .withSkipBadRows(inputs.flag("skip_bad_rows", skipBadRows));
        inputs.check();
        return ingestion.ingest("request", facts, options, ImportMonitor.NONE);
    }
}
