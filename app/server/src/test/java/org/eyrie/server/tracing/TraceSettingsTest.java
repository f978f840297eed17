package org.eyrie.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.InvalidInputException;
import org.junit.jupiter.api.Test;

class TraceSettingsTest {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    @Test
    void nothingIsToldUnlessACollectorIsNamed() {
        assertThat(Spans.of(Map.of())).isSameAs(Spans.NONE);
        assertThat(Spans.of(Map.of(ENDPOINT, "", "OTEL_SERVICE_NAME", "eyrie"))).isSameAs(Spans.NONE);
        assertThat(Spans.of(Map.of(ENDPOINT, "http://127.0.0.1:1", "OTEL_SDK_DISABLED", "true")))
                .isSameAs(Spans.NONE);
    }

    @Test
    void whatIsNotSpokenIsRefusedAtTheStart() {
        assertThatThrownBy(
                        () -> Spans.of(Map.of(ENDPOINT, "http://127.0.0.1:1", "OTEL_EXPORTER_OTLP_PROTOCOL", "pigeon")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("http/protobuf");
        assertThatThrownBy(() -> Spans.of(Map.of(ENDPOINT, "127.0.0.1"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aCollectorGetsSpansByHttpUnderTheServicesName() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        String address = "http://127.0.0.1:" + collector.getAddress().getPort();
        try (Spans spans = Spans.of(Map.of(ENDPOINT, address))) {
            spans.within("predict", () -> {
                spans.statements().ran("fits/find", 1, 3, false);
                return 1;
            });
        } finally {
            String trace = received.poll(10, TimeUnit.SECONDS);
            collector.stop(0);
            assertThat(trace).contains("application/x-protobuf", "eyrie", "predict", "fits/find");
        }
    }

    @Test
    void aCollectorThatIsAwayKeepsNobodyFromEnding() {
        long begun = System.nanoTime();
        try (Spans spans = Spans.of(Map.of(ENDPOINT, "http://127.0.0.1:1"))) {
            assertThat(spans.within("predict", () -> 5)).isEqualTo(5);
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(20);
    }
}
