package org.eyrie.server.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;

/** Spans that are kept for a test to look at. */
public final class KeptSpans {

    private final InMemorySpanExporter kept = InMemorySpanExporter.create();
    private final TracedSpans spans = new TracedSpans(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(kept))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build());

    public Spans spans() {
        return spans;
    }

    public List<SpanData> ended() {
        return kept.getFinishedSpanItems();
    }

    public void forget() {
        kept.reset();
    }

    /** The only one of that name. */
    public SpanData named(String name) {
        List<SpanData> found =
                ended().stream().filter(span -> span.getName().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans are called " + name + ", of "
                    + ended().stream().map(SpanData::getName).toList());
        }
        return found.get(0);
    }

    /** What ended right below another. */
    public List<SpanData> below(SpanData parent) {
        return ended().stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
    }
}
