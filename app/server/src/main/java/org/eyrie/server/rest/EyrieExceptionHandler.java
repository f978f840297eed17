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

/** Our failures in HTTP's words. */
@Singleton
final class EyrieExceptionHandler implements ExceptionHandler<EyrieException, HttpResponse<ProblemDetails>> {

    /** Seconds: a stream that another waits for takes about that long. */
    private static final String AFTER_A_STREAM = "60";

    /** Seconds: a database that is started again takes about that long. */
    private static final String AFTER_A_START = "10";

    @Override
    public HttpResponse<ProblemDetails> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, EyrieException failure) {
        List<Fault> faults = failure instanceof InvalidInputException invalid ? invalid.faults() : List.of();
        MutableHttpResponse<ProblemDetails> response = ProblemDetails.of(
                        statusOf(failure.code()),
                        failure.code().name(),
                        String.valueOf(failure.getMessage()),
                        request.getPath(),
                        faults)
                .response();
        if (failure.code() == ErrorCode.TOO_MANY_STREAMS) {
            return response.header(HttpHeaders.RETRY_AFTER, AFTER_A_STREAM);
        }
        return failure.code() == ErrorCode.STORE_UNAVAILABLE
                ? response.header(HttpHeaders.RETRY_AFTER, AFTER_A_START)
                : response;
    }

    // No default: a new code must be thought about here before anything compiles.
    private static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case UNKNOWN_MODEL, UNKNOWN_BENCHMARK, UNKNOWN_FIT, UNKNOWN_JOB, UNKNOWN_IMPORT -> HttpStatus.NOT_FOUND;
            case INVALID_INPUT -> HttpStatus.BAD_REQUEST;
            case LINEAGE_CYCLE, NO_FIT, OUTDATED_FIT, CANCELLED -> HttpStatus.CONFLICT;
            case NO_FAMILY_EVIDENCE -> HttpStatus.UNPROCESSABLE_ENTITY;
            case TOO_MANY_JOBS, TOO_MANY_STREAMS -> HttpStatus.TOO_MANY_REQUESTS;
            case REGISTRY_UNAVAILABLE -> HttpStatus.BAD_GATEWAY;
            case STORE_UNAVAILABLE, SCHEMA_TOO_NEW, DATA_FOLDER_IN_USE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
