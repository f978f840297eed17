package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.Facts;
import org.eyrie.model.Stores;
import org.eyrie.server.access.Access;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.rest.ListenSettings;
import org.eyrie.server.rest.Service;
import org.eyrie.server.rest.ServiceSettings;
import org.eyrie.server.searching.SearchDesk;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.eyrie.server.tracing.KeptSpans;
import org.eyrie.sources.benchmarks.BenchmarkMap;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace of a prediction goes down to the files under {@code cypher/} that a real database was asked by. */
class TracesIT {

    @TempDir
    private static Path folder = Path.of(".");

    @Test
    void aPredictionHasTheStatementsBelowItAndNothingOfWhatTheyWereAsked() throws Exception {
        KeptSpans kept = new KeptSpans();
        try (Session session =
                new Neo4jOpener().open(new DatabaseChoice(folder, null, "neo4j", "", false), line -> {})) {
            fill(session.stores());
            new Fitting(session.stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE);
            try (Service service = Service.start(
                    session,
                    Asking.of(session.stores()),
                    Registries.NONE,
                    BenchmarkMap.shipped(),
                    Clock.systemUTC(),
                    new ServiceSettings(
                            ListenSettings.of("127.0.0.1", 0), new Access(session.access(), null), kept.spans()),
                    SearchDesk.forgetful(session, Clock.systemUTC()))) {
                assertThat(status(service.uri().resolve("/api/v1/predictions?id=" + Sample.MIX)))
                        .isEqualTo(200);
                look(kept); // before they are forgotten with the service
            }
        }
    }

    private static void look(KeptSpans kept) {
        SpanData asked = kept.named("GET /api/v1/predictions");
        SpanData useCase = kept.named("predictions");
        assertThat(useCase.getParentSpanId()).isEqualTo(asked.getSpanId());
        List<SpanData> statements = kept.ended().stream()
                .filter(span -> span.getAttributes().get(AttributeKey.stringKey("db.system.name")) != null)
                .filter(span -> span.getTraceId().equals(asked.getTraceId()))
                .toList();
        assertThat(statements).extracting(SpanData::getName).contains("fits/state");
        assertThat(kept.below(useCase))
                .extracting(SpanData::getName)
                .isNotEmpty()
                .allMatch(file -> TracesIT.class.getResource("/org/eyrie/store/cypher/" + file + ".cypher") != null);
        assertThat(kept.below(useCase))
                .extracting(span -> span.getAttributes().get(AttributeKey.longKey("db.response.returned_rows")))
                .anyMatch(rows -> rows != null && rows > 0);
        assertThat(kept.ended().toString()).doesNotContain(Sample.MIX);
    }

    private static void fill(Stores stores) {
        Stores sample = Sample.filled().stores();
        stores.facts()
                .write(new Facts(
                        sample.lineage().everything().models(),
                        sample.lineage().everything().derivations(),
                        sample.scores().benchmarks(),
                        sample.scores().all()));
    }

    private static int status(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
