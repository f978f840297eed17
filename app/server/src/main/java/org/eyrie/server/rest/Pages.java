package org.eyrie.server.rest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import java.util.function.Function;
import org.eyrie.model.Page;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. The next part is where the {@code Link} header with {@code rel="next"} points.
 *
 * @param items this part
 * @param next cursor of the next part, or null at the end
 */
record Pages<T>(List<T> items, @Nullable String next) {

    /** Longest part that may be asked for. */
    static final int MOST = 500;

    /** How long a part is where nobody says. */
    static final int USUAL = 50;

    static <S, T> HttpResponse<Pages<T>> response(HttpRequest<?> request, Page<S> page, Function<S, T> view) {
        Pages<T> body = new Pages<>(page.rows().stream().map(view).toList(), page.nextCursor());
        MutableHttpResponse<Pages<T>> response = HttpResponse.ok(body);
        page.next()
                .ifPresent(cursor -> response.header(
                        HttpHeaders.LINK,
                        "<"
                                + UriBuilder.of(request.getUri())
                                        .replaceQueryParam("cursor", cursor)
                                        .build() + ">; rel=\"next\""));
        return response;
    }
}
