package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.server.Sample;
import org.eyrie.server.access.Access;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.searching.SearchDesk;
import org.eyrie.server.tracing.KeptSpans;
import org.eyrie.sources.benchmarks.BenchmarkMap;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request is a span with its use case below it, and tells a collector nothing of what it is about. */
class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final KeptSpans kept = new KeptSpans();
    private final Sample sample = Sample.filled();
    private Service service;

    @BeforeEach
    void start() {
        new Fitting(sample.stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE);
        service = Service.start(
                sample,
                Asking.of(sample.stores()),
                Registries.NONE,
                BenchmarkMap.shipped(),
                Clock.systemUTC(),
                new ServiceSettings(ListenSettings.of("127.0.0.1", 0), new Access(sample.access(), null), kept.spans()),
                SearchDesk.forgetful(sample, Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri().resolve(path))
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    }

    @Test
    void aQuestionIsCalledByItsPathAndItsUseCaseIsBelowItOnce() throws Exception {
        String path = "/api/v1/predictions?id=" + Sample.MIX;
        assertThat(send(request(path))).isEqualTo(200);
        SpanData asked = kept.named("GET /api/v1/predictions");
        assertThat(asked.getTraceId()).isEqualTo(TRACE);
        assertThat(asked.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
        assertThat(kept.named("predictions").getParentSpanId()).isEqualTo(asked.getSpanId());
        assertThat(kept.ended().toString()).doesNotContain(Sample.MIX);
        kept.forget();
        assertThat(send(request(path))).isEqualTo(200);
        assertThat(kept.ended()).as("a kept answer is not worked out").hasSize(1);
    }

    @Test
    void whatIsRefusedOrIsNotThereIsASpanToo() throws Exception {
        assertThat(send(request("/api/v1/predictions?id=acme/nothing"))).isEqualTo(404);
        SpanData asked = kept.named("GET /api/v1/predictions");
        assertThat(asked.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(kept.ended().toString()).doesNotContain("acme/nothing");
    }

    @Test
    void anImportIsBelowItsRequestAndAFitStandsAlone() throws Exception {
        assertThat(send(request("/api/v1/ingest")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"model\", \"id\": \"new/one\"}"))))
                .isEqualTo(200);
        assertThat(kept.named("import").getParentSpanId())
                .isEqualTo(kept.named("POST /api/v1/ingest").getSpanId());
        assertThat(send(request("/api/v1/fits").POST(HttpRequest.BodyPublishers.noBody())))
                .isEqualTo(202);
        long begun = System.nanoTime();
        while (kept.ended().stream().noneMatch(span -> span.getName().equals("fit"))) {
            assertThat(System.nanoTime() - begun).isLessThan(60_000_000_000L);
            Thread.sleep(50);
        }
        SpanData fit = kept.named("fit");
        assertThat(fit.getTraceId()).isNotEqualTo(TRACE);
        assertThat(fit.getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isEqualTo(TRACE));
    }
}
