package org.eyrie.sources.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method such as {@code GET}
 * @param uri where to
 * @param headers besides those the client adds
 * @param body JSON, or null
 * @param repeatable whether sending it twice does no more than sending it once
 * @param maxBody longest answer in bytes, null for the client's own limit
 */
public record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        boolean repeatable,
        @Nullable Integer maxBody) {

    public static Call get(URI uri) {
        return new Call("GET", uri, Map.of("Accept", "application/json"), null, true, null);
    }

    /**
     * A request that carries JSON.
     *
     * @param repeatable whether sending it twice does no more than sending it once
     */
    public static Call post(URI uri, String json, boolean repeatable) {
        return new Call(
                "POST",
                uri,
                Map.of("Accept", "application/json", "Content-Type", "application/json"),
                json,
                repeatable,
                null);
    }

    public Call withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, body, repeatable, maxBody);
    }

    public Call withMaxBody(int bytes) {
        return new Call(method, uri, headers, body, repeatable, bytes);
    }

    Call at(URI other) {
        return new Call(method, other, headers, body, repeatable, maxBody);
    }

    HttpRequest.Builder builder() {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(builder::setHeader);
        return builder;
    }

    /** The address without its query, which may be long, for messages. */
    String shown() {
        return Origin.of(uri) + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    @Override
    public String toString() {
        return method + " " + shown();
    }
}
