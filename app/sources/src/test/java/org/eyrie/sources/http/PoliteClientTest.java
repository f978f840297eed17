package org.eyrie.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.http.LocalServer.inTurn;
import static org.eyrie.sources.http.LocalServer.status;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.eyrie.model.CancelledException;
import org.eyrie.model.RegistryUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteClientTest {

    private final LocalServer server;
    private final PoliteClient client;

    PoliteClientTest() throws IOException {
        server = new LocalServer();
        client = server.client(HttpSettings.DEFAULT.withHeader("Authorization", "Bearer secret"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 7 | 7",
                "Retry-After | Wed, 01 Jan 2025 00:01:30 GMT | 90",
                "RateLimit | \"api\";r=0;t=42 | 42",
                "Retry-After | 999999 | 330",
            })
    void itWaitsAsLongAsTheServerSays(String header, String value, int seconds) {
        server.on("/a", inTurn(status(429, "", header, value), status(200, "ok")));

        assertThat(get("/a").text()).isEqualTo("ok");
        assertThat(server.waited()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void itWaitsLongerEachTimeAndGivesUpInTheEnd(int busy) {
        server.on("/a", status(busy, ""));

        assertThatThrownBy(() -> get("/a"))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("5 times")
                .hasMessageContaining("status " + busy);
        assertThat(server.asked).hasSize(5);
        assertThat(server.waited()).isBetween(Duration.ofMillis(3_750), Duration.ofMillis(11_250));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void whatIsAnAnswerIsNotAskedAgain(int status) {
        server.on("/a", status(status, "no"));

        assertThat(get("/a").status()).isEqualTo(status);
        assertThat(server.asked).containsExactly("/a Bearer secret");
    }

    @Test
    void redirectsAreFollowedWithinTheRegistryOnly() throws IOException {
        try (LocalServer elsewhere = new LocalServer()) {
            server.on("/old", status(307, "", "Location", "/new")).on("/new", status(200, "here"));
            server.on("/trap", status(302, "", "Location", elsewhere.address() + "/steal"));

            assertThat(get("/old").text()).isEqualTo("here");
            assertThatThrownBy(() -> get("/trap"))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("which is not followed");
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void aRedirectInCirclesEnds() {
        server.on("/a", status(302, "", "Location", "/a"));

        assertThatThrownBy(() -> get("/a")).hasMessageContaining("in circles");
    }

    @Test
    void aServerThatDripsIsNotWaitedForForEver() {
        server.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            for (int at = 0; at < 1_000; at++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause();
            }
        });
        PoliteClient impatient = server.client(HttpSettings.DEFAULT.withTimeout(Duration.ofMillis(200)));

        assertThatThrownBy(() -> impatient.get(impatient.at("/slow"), Map.of()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no answer within 200 ms");
    }

    @Test
    void anAnswerWithoutEndIsRefused() {
        PoliteClient small =
                server.client(new HttpSettings(Duration.ofSeconds(10), 3, 100_000, Map.of(), java.util.Set.of()));
        server.on("/big", status(200, "x".repeat(100_001))).on("/fits", status(200, "x".repeat(100_000)));

        assertThat(small.get(small.at("/fits"), Map.of()).body().size()).isEqualTo(100_000);
        assertThatThrownBy(() -> small.get(small.at("/big"), Map.of())).hasMessageContaining("longer than 100000");
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() {
        server.on("/a", inTurn(exchange -> exchange.sendResponseHeaders(200, 10), status(200, "whole")));

        assertThat(get("/a").text()).isEqualTo("whole");
    }

    @Test
    void waitingEndsWhenTheJobIsCancelled() {
        server.on("/a", status(429, "", "Retry-After", "300"));
        PoliteClient cancelled = new PoliteClient(
                server.address(),
                HttpSettings.DEFAULT,
                () -> server.slept.size() > 3,
                InstantSource.system(),
                new Random(1),
                server.slept::add);

        assertThatThrownBy(() -> cancelled.get(cancelled.at("/a"), Map.of())).isInstanceOf(CancelledException.class);
        assertThat(server.slept).hasSize(4);
    }

    @Test
    void secretsAreNotInWhatIsPrinted() {
        assertThat(HttpSettings.DEFAULT
                        .withHeader("Authorization", "Bearer secret")
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void theNextPageIsFoundInTheLinkHeader() {
        server.on("/a", status(200, "[]", "Link", "<" + server.address() + "/a?cursor=x>; rel=\"next\""));

        assertThat(get("/a").next()).contains(URI.create(server.address() + "/a?cursor=x"));
    }

    private Answer get(String path) {
        return client.get(client.at(path), Map.of());
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
