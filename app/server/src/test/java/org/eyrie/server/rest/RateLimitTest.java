package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessToken;
import org.eyrie.server.Sample;
import org.eyrie.server.access.TokenText;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static int status(URI service, TokenText token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.resolve("/api/v1/families"))
                                .header("Authorization", "Bearer " + token.text())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whoSendsTooManyWaitsAndNobodyElseDoes() throws Exception {
        Sample sample = Sample.filled();
        TokenText many = TokenText.random();
        TokenText few = TokenText.random();
        sample.access().add(new AccessToken("many", many.hash(), AccessScope.READ, Instant.EPOCH));
        sample.access().add(new AccessToken("few", few.hash(), AccessScope.READ, Instant.EPOCH));
        System.setProperty("eyrie.requests-per-second", "0.5");
        try (Service service = Service.start(sample, Clock.systemUTC(), "127.0.0.1", 0)) {
            assertThat(status(service.uri(), many)).isEqualTo(200);
            int answered = 1;
            while (status(service.uri(), many) == 200) {
                answered++;
            }
            assertThat(answered).isBetween(2, 20);
            assertThat(status(service.uri(), few)).isEqualTo(200);
        } finally {
            System.clearProperty("eyrie.requests-per-second");
        }
    }

    @Test
    void afterARestThereIsRoomAgain() throws InterruptedException {
        RateLimit limit = new RateLimit(20);
        for (int each = 0; each < 80; each++) {
            assertThat(limit.wait("one")).isZero();
        }
        while (limit.wait("one") == 0) {
            Thread.onSpinWait();
        }
        Thread.sleep(200);
        assertThat(limit.wait("one")).isZero();
        assertThat(new RateLimit(0).wait("anybody")).isZero();
    }
}
