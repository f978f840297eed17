package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.eyrie.server.job.UnknownJobException;

/** A job that is not remembered is told as such. */
@Singleton
final class UnknownJobHandler implements ExceptionHandler<UnknownJobException, HttpResponse<Problem>> {

    @Override
    public HttpResponse<Problem> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, UnknownJobException failure) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_JOB",
                        String.valueOf(failure.getMessage()),
                        request.getPath(),
                        List.of())
                .response();
    }
}
