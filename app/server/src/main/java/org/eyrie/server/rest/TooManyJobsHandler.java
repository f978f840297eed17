package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.eyrie.server.job.TooManyJobsException;

/** A queue that is full is told as such. */
@Singleton
final class TooManyJobsHandler implements ExceptionHandler<TooManyJobsException, HttpResponse<Problem>> {

    @Override
    public HttpResponse<Problem> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, TooManyJobsException failure) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "TOO_MANY_JOBS",
                        String.valueOf(failure.getMessage()),
                        request.getPath(),
                        List.of())
                .response();
    }
}
