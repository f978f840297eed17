package org.eyrie.sources.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer, whole. */
public final class Reply {

    private final URI uri;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Reply(URI uri, int status, HttpHeaders headers, byte[] body) {
        this.uri = uri;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Where it came from in the end. */
    public URI uri() {
        return uri;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    HttpHeaders headers() {
        return headers;
    }

    /** Not a copy: an answer has one reader. */
    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The address of the next page: the {@code Link} header of relation {@code next} (RFC 8288). */
    public Optional<URI> next() {
        return headers.allValues("Link").stream()
                .flatMap(value -> Links.of(value).stream())
                .filter(Links::isNext)
                .findFirst()
                .map(link -> uri.resolve(link.target()));
    }
}
