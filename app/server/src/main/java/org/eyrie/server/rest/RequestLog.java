package org.eyrie.server.rest;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every request a name, that of its client where it has one, sends it back, and writes a line about it where the log
 * is asked for: who, what, how it ended and how long it took.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestLog {

    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger("org.eyrie.requests");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final String ID = "org.eyrie.request-id";
    private static final String BEGUN = "org.eyrie.request-begun";

    @RequestFilter
    void begin(HttpRequest<?> request) {
        String given = request.getHeaders().get(HEADER);
        String id = given != null && NAME.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        request.setAttribute(ID, id);
        request.setAttribute(BEGUN, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Optional<String> id = request.getAttribute(ID, String.class);
        id.ifPresent(known -> response.header(HEADER, known));
        if (LOG.isInfoEnabled()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(
                    System.nanoTime() - request.getAttribute(BEGUN, Long.class).orElseGet(System::nanoTime));
            LOG.atInfo()
                    .addKeyValue("request", id.orElse(""))
                    .addKeyValue("who", AccessFilter.who(request))
                    .addKeyValue("method", request.getMethodName())
                    .addKeyValue("path", request.getPath())
                    .addKeyValue("status", response.code())
                    .addKeyValue("millis", millis)
                    .log("{} {} {}", request.getMethodName(), request.getPath(), response.code());
        }
    }
}
