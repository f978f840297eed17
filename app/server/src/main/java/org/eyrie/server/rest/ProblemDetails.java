package org.eyrie.server.rest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import org.eyrie.model.Fault;

/**
 * An error as RFC 9457 has it.
 *
 * @param type what kind of error, as a relative reference that stays the same
 * @param title the same for people, always alike
 * @param status HTTP's code
 * @param detail what happened this time, and what to do
 * @param instance path of the request
 * @param code the same kind, for programs
 * @param errors every fault of the request
 * @param suggestions names that may have been meant by one that is not known, the likest first
 */
record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<Fault> errors,
        List<String> suggestions) {

    static final MediaType MEDIA_TYPE = MediaType.of("application/problem+json");

    static ProblemDetails of(HttpStatus status, String code, String detail, String path, List<Fault> errors) {
        return new ProblemDetails(
                "urn:eyrie:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                status.getReason(),
                status.getCode(),
                detail,
                path,
                code,
                List.copyOf(errors),
                List.of());
    }

    ProblemDetails suggesting(List<String> names) {
        return new ProblemDetails(type, title, status, detail, instance, code, errors, names);
    }

    MutableHttpResponse<ProblemDetails> response() {
        return HttpResponse.<ProblemDetails>status(HttpStatus.valueOf(status))
                .body(this)
                .contentType(MEDIA_TYPE);
    }
}
