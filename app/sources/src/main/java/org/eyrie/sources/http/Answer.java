package org.eyrie.sources.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.Payload;

/**
 * What a server answered.
 *
 * @param uri where the answer came from, after redirects
 * @param status HTTP status; never one that asked to try again
 * @param headers HTTP headers
 * @param body everything it sent
 */
public record Answer(URI uri, int status, HttpHeaders headers, Payload body) {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?next\"?");

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The body as text, UTF-8. */
    public String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** Where the next page is, as the {@code Link} header says; empty on the last one. */
    public Optional<URI> next() {
        for (String link : headers.allValues("Link")) {
            Matcher matcher = NEXT.matcher(link);
            if (matcher.find()) {
                try {
                    return Optional.of(uri.resolve(matcher.group(1)));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
