package org.eyrie.server.tracing;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** What OpenTelemetry's own variables say, with what is usual here where they say nothing. */
final class TraceSettings {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String OURS = "OTEL_";

    /** Figures are at {@code /prometheus}, and the log is the log. HTTP needs no more than Java has. */
    private static final Map<String, String> USUAL = Map.of(
            "otel.service.name", "eyrie",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private TraceSettings() {}

    static Spans of(Map<String, String> environment) {
        Map<String, String> properties = new HashMap<>(USUAL);
        environment.forEach((name, value) -> {
            if (name.startsWith(OURS)) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        try {
            return new TracedSpans(AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> properties)
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk());
        } catch (ConfigurationException | IllegalArgumentException refused) {
            throw new InvalidInputException(
                    "The environment",
                    List.of(new Fault(
                            ENDPOINT,
                            "Traces cannot be sent as OpenTelemetry's variables say: " + refused.getMessage()
                                    + " What is spoken here is http/protobuf.")));
        }
    }
}
