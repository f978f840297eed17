package org.eyrie.server.rest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.eyrie.model.ErrorCode;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Stores;
import org.eyrie.server.naming.KnownNames;
import org.jspecify.annotations.Nullable;

/** Our failures in HTTP's words. */
@Singleton
final class EyrieExceptionHandler implements ExceptionHandler<EyrieException, HttpResponse<ProblemDetails>> {

    private static final String SOON = "1";
    private static final String A_WHILE = "5";

    /** Seconds: a stream that another waits for takes about that long. */
    private static final String AFTER_A_STREAM = "60";

    private final KnownNames names;

    EyrieExceptionHandler(Stores stores) {
        names = new KnownNames(stores.lineage());
    }

    @Override
    public HttpResponse<ProblemDetails> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, EyrieException refused) {
        EyrieException failure = advised(refused);
        List<Fault> faults = failure instanceof InvalidInputException invalid ? invalid.faults() : List.of();
        MutableHttpResponse<ProblemDetails> response = ProblemDetails.of(
                        statusOf(failure.code()),
                        failure.code().name(),
                        String.valueOf(failure.getMessage()),
                        request.getPath(),
                        faults)
                .suggesting(failure.suggestions())
                .response();
        String after = retryAfter(failure.code());
        return after == null ? response : response.header(HttpHeaders.RETRY_AFTER, after);
    }

    /** Seconds after which the same request may do better; null where the same would come of it. */
    private static @Nullable String retryAfter(ErrorCode code) {
        return switch (code) {
            case TOO_BUSY -> SOON;
            case STORE_UNAVAILABLE, REGISTRY_UNAVAILABLE, REQUEST_UNDER_WAY -> A_WHILE;
            case TOO_MANY_JOBS, TOO_MANY_STREAMS -> AFTER_A_STREAM;
            case UNKNOWN_MODEL,
                    UNKNOWN_BENCHMARK,
                    UNKNOWN_FIT,
                    UNKNOWN_JOB,
                    UNKNOWN_IMPORT,
                    UNKNOWN_SEARCH,
                    INVALID_INPUT,
                    LINEAGE_CYCLE,
                    NO_FIT,
                    NO_FAMILY_EVIDENCE,
                    OUTDATED_FIT,
                    SCHEMA_TOO_NEW,
                    DATA_FOLDER_IN_USE,
                    KEY_REUSED,
                    CANCELLED -> null;
        };
    }

    // Advice is worth a look into the database, and no failure of its own.
    private EyrieException advised(EyrieException failure) {
        try {
            return names.advised(failure);
        } catch (EyrieException | IllegalStateException unanswered) {
            return failure;
        }
    }

    // No default: a new code must be thought about here before anything compiles.
    private static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case UNKNOWN_MODEL, UNKNOWN_BENCHMARK, UNKNOWN_FIT, UNKNOWN_JOB, UNKNOWN_IMPORT, UNKNOWN_SEARCH ->
                HttpStatus.NOT_FOUND;
            case INVALID_INPUT -> HttpStatus.BAD_REQUEST;
            case LINEAGE_CYCLE, NO_FIT, OUTDATED_FIT, CANCELLED, REQUEST_UNDER_WAY -> HttpStatus.CONFLICT;
            case NO_FAMILY_EVIDENCE, KEY_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case TOO_MANY_JOBS, TOO_MANY_STREAMS -> HttpStatus.TOO_MANY_REQUESTS;
            case REGISTRY_UNAVAILABLE -> HttpStatus.BAD_GATEWAY;
            case TOO_BUSY, STORE_UNAVAILABLE, SCHEMA_TOO_NEW, DATA_FOLDER_IN_USE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
