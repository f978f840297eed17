package org.eyrie.server.rest;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.regex.Pattern;
import org.eyrie.server.tracing.TracedSpans;

/** Makes every request a span, on whichever threads it is worked on. It is called by its path with names for values. */
@ServerFilter(Api.V1 + "/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@Requires(bean = TracedSpans.class)
final class RequestSpans {

    private static final String SPAN = "org.eyrie.span";
    private static final Pattern QUERY = Pattern.compile("\\{\\?[^}]*}");

    private final TracedSpans spans;

    RequestSpans(TracedSpans spans) {
        this.spans = spans;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        Span span = spans.request(request.getMethodName(), request, new Headers());
        request.setAttribute(SPAN, span);
        context.add(new OnThread(Context.root().with(span)));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(SPAN, Span.class).ifPresent(span -> {
            BasicHttpAttributes.getUriTemplate(request).ifPresent(template -> {
                String path = QUERY.matcher(template).replaceAll("");
                span.updateName(request.getMethodName() + " " + path);
                span.setAttribute("http.route", path);
            });
            span.setAttribute("http.response.status_code", response.code());
            if (response.code() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }

    /** Makes the span the one under way on whichever thread goes on with the request. */
    private record OnThread(Context context) implements ThreadPropagatedContextElement<Scope> {

        @Override
        @SuppressWarnings("MustBeClosedChecker") // Micronaut gives it back when the thread leaves the request
        public Scope updateThreadContext() {
            return context.makeCurrent();
        }

        @Override
        public void restoreThreadContext(Scope before) {
            before.close();
        }
    }

    private static final class Headers implements TextMapGetter<HttpRequest<?>> {

        @Override
        public Iterable<String> keys(HttpRequest<?> request) {
            return request.getHeaders().names();
        }

        @Override
        public @Nullable String get(@Nullable HttpRequest<?> request, String name) {
            return request == null ? null : request.getHeaders().get(name);
        }
    }
}
