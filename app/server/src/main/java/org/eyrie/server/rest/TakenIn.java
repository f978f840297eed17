package org.eyrie.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import org.eyrie.server.imports.Ingestion;
import org.eyrie.server.imports.Received;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Imports what was received, once where it has a key, and answers with the report. */
@Singleton
final class TakenIn {

    private final Ingestion ingestion;
    private final KeyedRequests keyed;
    private final ObjectMapper json;

    TakenIn(Ingestion ingestion, KeyedRequests keyed, ObjectMapper json) {
        this.ingestion = ingestion;
        this.keyed = keyed;
        this.json = json;
    }

    HttpResponse<?> of(HttpRequest<?> request, @Nullable String key, Received received, ImportOptions options) {
        if (key == null) {
            return HttpResponse.ok(ingestion.ingest(received, options, Progress.NONE));
        }
        String question = request.getUri() + " " + received.digest();
        KeyedRequests.Outcome outcome = keyed.once(request, key, question, () -> {
            ImportReport report = ingestion.ingest(received, options, Progress.NONE);
            request.setAttribute(AccessFilter.IMPORT, report.number());
            return write(report);
        });
        return outcome.mark(HttpResponse.ok(outcome.answer()).contentType(MediaType.APPLICATION_JSON_TYPE));
    }

    private String write(ImportReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written", e);
        }
    }
}
