package org.eyrie.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eyrie.store.settings.StatementListener;

/**
 * Spans as OpenTelemetry has them. A statement's has its file's name and how many rows came; what was asked about, who
 * asked, and the parameters are told to nobody.
 */
public final class TracedSpans implements Spans {

    private static final int PATIENCE_SECONDS = 3;

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    public TracedSpans(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.tracer = sdk.getTracer("org.eyrie");
    }

    /**
     * Begins the span of a request.
     *
     * @param headers reads those that say whose trace it is a part of
     */
    public <C> Span request(String method, C carrier, TextMapGetter<C> headers) {
        Context caller = sdk.getPropagators().getTextMapPropagator().extract(Context.root(), carrier, headers);
        return tracer.spanBuilder(method)
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", method)
                .startSpan();
    }

    @Override
    public <T> T within(String name, Supplier<T> work) {
        return inside(tracer.spanBuilder(name), work);
    }

    @Override
    public <A, T> Function<A, T> later(String name, Function<A, T> work) {
        Span asker = Span.current();
        return given ->
                inside(tracer.spanBuilder(name).setNoParent().addLink(asker.getSpanContext()), () -> work.apply(given));
    }

    @SuppressWarnings("try") // the scope is there to be left
    private static <T> T inside(SpanBuilder builder, Supplier<T> work) {
        Span span = builder.startSpan();
        try (Scope scope = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException | Error failure) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }

    @Override
    public StatementListener statements() {
        return this::told;
    }

    private void told(String file, long nanos, int rows, boolean failed) {
        if (!Span.current().getSpanContext().isValid()) {
            return;
        }
        Instant end = Instant.now();
        Span span = tracer.spanBuilder(file)
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.minusNanos(nanos))
                .setAttribute("db.system.name", "neo4j")
                .setAttribute("db.response.returned_rows", rows)
                .startSpan();
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end);
    }

    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
