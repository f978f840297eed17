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
 * A part of a list that is a bare array, as long as the whole is not too long. The next part is where the {@code Link} header
 * with {@code rel="next"} points; what is written meanwhile may shift the parts, and the tag of an answer tells.
 *
 * @param from how many come before it
 * @param most how many it has at most
 */
record Slices(int from, int most) {

    /** Longest part that may be asked for. */
    static final int MOST = 5_000;

    /** How long a part is where nobody says. */
    static final int USUAL = 1_000;

    static Slices of(@Nullable String cursor, @Nullable String limit, Inputs inputs) {
        return of(cursor, limit, MOST, USUAL, inputs);
    }

    /** Of a request that asks for nothing else, looked at at once. */
    static Slices of(@Nullable String cursor, @Nullable String limit) {
        return of(cursor, limit, MOST, USUAL);
    }

    /** The same with bounds of the list's own. */
    static Slices of(@Nullable String cursor, @Nullable String limit, int most, int usual) {
        Inputs inputs = new Inputs();
        Slices part = of(cursor, limit, most, usual, inputs);
        inputs.check();
        return part;
    }

    private static Slices of(@Nullable String cursor, @Nullable String limit, int most, int usual, Inputs inputs) {
        return new Slices(
                inputs.number("cursor", cursor, 0, Integer.MAX_VALUE, 0),
                inputs.number("limit", limit, 1, most, usual));
    }

    <T> HttpResponse<List<T>> response(HttpRequest<?> request, List<T> whole) {
        return response(request, whole, each -> each);
    }

    /** With a view of what is in this part, and of nothing else. */
    <S, T> HttpResponse<List<T>> response(HttpRequest<?> request, List<S> whole, Function<S, T> view) {
        int first = Math.min(from, whole.size());
        int end = Math.min(whole.size(), first + most);
        MutableHttpResponse<List<T>> response =
                HttpResponse.ok(whole.subList(first, end).stream().map(view).toList());
        if (end < whole.size()) {
            link(request, response, end);
        }
        return response;
    }

    /** A part that the store has cut. */
    static <T> HttpResponse<List<T>> response(HttpRequest<?> request, Page<T> page) {
        MutableHttpResponse<List<T>> response = HttpResponse.ok(page.rows());
        page.next().ifPresent(cursor -> link(request, response, cursor));
        return response;
    }

    private static void link(HttpRequest<?> request, MutableHttpResponse<?> response, Object cursor) {
        String next = UriBuilder.of(request.getUri())
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
        response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
}
