package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.eyrie.server.imports.TooManyStreamsException;

/** Streams beyond those that are taken in at a time are told to come later. */
@Singleton
final class TooManyStreamsHandler implements ExceptionHandler<TooManyStreamsException, HttpResponse<Problem>> {

    @Override
    public HttpResponse<Problem> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, TooManyStreamsException failure) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "TOO_MANY_STREAMS",
                        String.valueOf(failure.getMessage()),
                        request.getPath(),
                        List.of())
                .response()
                .header("Retry-After", "60");
    }
}
