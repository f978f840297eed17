package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessToken;
import org.eyrie.server.Sample;
import org.eyrie.server.access.TokenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetersTest extends RestTest {

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private void aScoreComesLater(double score) {
        sample().stores()
                .facts()
                .write(Facts.evaluations(List.of(new Evaluation(
                                new ModelId(Sample.MIX), Sample.MATH, score, 100, null, null, "sample", null)))
                        .from(new Provenance("later", LATER)));
    }

    private Optional<String> line(String begin) {
        return get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(begin))
                .findFirst();
    }

    @Test
    @Timeout(60)
    void whatWasPredictedIsHeldAgainstWhatCameLater() throws InterruptedException {
        fit();
        assertThat(get("/api/v1/hindsight").json()).isEmpty();
        aScoreComesLater(0.99);
        assertThat(get("/api/v1/hindsight").json().get(0).get("benchmark").asText())
                .isEqualTo(Sample.MATH.value());
        assertThat(get("/api/v1/hindsight").json().get(0).get("held").asDouble())
                .as("that is far from all its relatives")
                .isZero();
        Optional<String> held = line("eyrie_hindsight_held{");
        while (held.isEmpty()) {
            Thread.sleep(200);
            held = line("eyrie_hindsight_held{");
        }
        assertThat(held.get()).contains("MATH Lvl 5").endsWith(" 0.0");
        assertThat(line("eyrie_hindsight_scores{").orElseThrow()).endsWith(" 1.0");
    }

    @Test
    void requestsJobsAndAnswersAreCounted() {
        get("/api/v1/families");
        get("/api/v1/families");
        get(post("/api/v1/fits", "{}").header("Location") + "/events");
        assertThat(line("http_server_requests_seconds_count{").orElseThrow()).contains("status=");
        assertThat(get("/prometheus").body())
                .contains("uri=\"/api/v1/families")
                .containsPattern("eyrie_answers_total\\{how=\"kept\"} 1")
                .containsPattern("eyrie_answers_total\\{how=\"worked out\"} 1")
                .containsPattern("eyrie_jobs_seconds_count\\{kind=\"fit\",state=\"succeeded\"} 1")
                .contains("eyrie_jobs_open{state=\"running\"} 0");
    }

    @Test
    void onceThereAreTokensFiguresAreForThoseWhoMayRead() {
        TokenText token = TokenText.random();
        sample().access().add(new AccessToken("prometheus", token.hash(), AccessScope.READ, Instant.EPOCH));
        assertThat(get("/prometheus").status()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(uri("/prometheus")).header("Authorization", "Bearer " + token.text()))
                        .status())
                .isEqualTo(200);
        assertThat(get("/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void withoutItsDatabaseTheServiceLivesButIsNotReady() {
        assertThat(get("/health/readiness").status()).isEqualTo(200);
        sample().breakDown();
        assertThat(get("/health/liveness").status()).isEqualTo(200);
        assertThat(get("/health/readiness").status()).isEqualTo(503);
    }

    @Test
    void aRequestKeepsTheNameThatItsClientGaveIt() {
        Answer named = send(HttpRequest.newBuilder(uri("/api/v1/families")).header("X-Request-Id", "abc-1"));
        assertThat(named.header("X-Request-Id")).isEqualTo("abc-1");
        Answer hostile = send(HttpRequest.newBuilder(uri("/api/v1/none")).header("X-Request-Id", "a b"));
        assertThat(hostile.status()).isEqualTo(404);
        assertThat(hostile.header("X-Request-Id")).hasSize(36);
    }
}
