package org.eyrie.server.rest;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.jspecify.annotations.Nullable;

/** What the framework refuses itself (no such path, broken JSON, too large) in the same form as our own refusals. */
@Singleton
@Primary
final class ProblemProcessor implements ErrorResponseProcessor<ProblemDetails> {

    @Override
    public MutableHttpResponse<ProblemDetails> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        Throwable cause = context.getRootCause().orElse(null);
        List<Fault> faults = faults(context, status, cause);
        ProblemDetails problem = ProblemDetails.of(
                status,
                status.name(),
                detail(status, faults),
                context.getRequest().getPath(),
                faults);
        return response.body(problem).contentType(ProblemDetails.MEDIA_TYPE);
    }

    private static List<Fault> faults(ErrorContext context, HttpStatus status, @Nullable Throwable cause) {
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return List.of(); // what is inside stays inside
        }
        Optional<Fault> unreadable = UnreadableBodies.fault(cause);
        if (unreadable.isPresent()) {
            return List.of(unreadable.get());
        }
        return context.getErrors().stream()
                .map(error -> new Fault(error.getPath().orElse("request"), error.getMessage()))
                .toList();
    }

    private static String detail(HttpStatus status, List<Fault> faults) {
        if (status == HttpStatus.NOT_FOUND) {
            return "There is nothing under this path. The API is described at /openapi.yml and /swagger-ui.";
        }
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return "Unexpected failure; the log of the service says more.";
        }
        return faults.stream().map(Fault::reason).collect(Collectors.joining(" "));
    }
}
