package org.eyrie.server.rest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives answers the tag by which a client asks whether its copy still holds. */
@ServerFilter(Api.V1 + "/**")
final class TagFilter {

    @ResponseFilter
    void tag(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.status() != HttpStatus.OK && response.status() != HttpStatus.NOT_MODIFIED) {
            return;
        }
        request.getAttribute(Answers.TAG, String.class).ifPresent(tag -> response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache"));
    }
}
