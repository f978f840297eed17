package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.eyrie.model.ErrorCode;
import org.eyrie.task.CancelledException;

/** Work that was cancelled while a request waited for it. */
@Singleton
final class CancelledExceptionHandler implements ExceptionHandler<CancelledException, HttpResponse<ProblemDetails>> {

    @Override
    public HttpResponse<ProblemDetails> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, CancelledException failure) {
        return ProblemDetails.of(
                        HttpStatus.CONFLICT,
                        ErrorCode.CANCELLED.name(),
                        String.valueOf(failure.getMessage()),
                        request.getPath(),
                        List.of())
                .response();
    }
}
