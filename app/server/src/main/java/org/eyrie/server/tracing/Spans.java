package org.eyrie.server.tracing;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eyrie.model.InvalidInputException;
import org.eyrie.store.settings.StatementListener;

/** Tells a collector of traces what is done, and how long it takes. */
public interface Spans extends AutoCloseable {

    /** Tells nobody. */
    Spans NONE = new Spans() {
        @Override
        public <T> T within(String name, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <A, T> Function<A, T> later(String name, Function<A, T> work) {
            return work;
        }

        @Override
        public StatementListener statements() {
            return StatementListener.NONE;
        }

        @Override
        public void close() {}
    };

    /**
     * Those that OpenTelemetry's variables ask for: none unless {@code OTEL_EXPORTER_OTLP_ENDPOINT}, or the same for traces
     * alone, says where the collector is. No class of OpenTelemetry is loaded where there is none.
     *
     * @throws InvalidInputException if one of them is not understood
     */
    static Spans of(Map<String, String> environment) {
        boolean named =
                !environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "").isBlank()
                        || !environment
                                .getOrDefault("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "")
                                .isBlank();
        boolean disabled = Boolean.parseBoolean(
                environment.getOrDefault("OTEL_SDK_DISABLED", "false").strip());
        return named && !disabled ? TraceSettings.of(environment) : NONE;
    }

    /** Does work as a part of what is under way on this thread. */
    <T> T within(String name, Supplier<T> work);

    /** Work that is done later, as something of its own, with a link to what is under way on this thread now. */
    <A, T> Function<A, T> later(String name, Function<A, T> work);

    /** Makes statements parts of what is under way on the threads that run them; of others nothing is told. */
    StatementListener statements();

    /** Tells what is not told yet, for as long as a few seconds. */
    @Override
    void close();
}
