package org.eyrie.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class PoliteClientTest extends ClientTest {

    @Test
    void anAnswerIsHandedOverWhateverItsStatus() throws IOException {
        server.on("/no", exchange -> LocalServer.send(exchange, 401, "{}"));

        assertThat(get("/no").status()).isEqualTo(401);
        assertThat(get("/missing").status()).isEqualTo(404);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aWaitThatTheServerAsksForIsKept() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        server.on("/busy", exchange -> {
            if (asked.incrementAndGet() == 1) {
                exchange.getResponseHeaders().add("RateLimit", "\"api\";r=0;t=243");
                exchange.getResponseHeaders().add("RateLimit-Policy", "\"fixed window\";\"api\";q=500;w=300");
                LocalServer.send(exchange, 429, "");
            } else {
                LocalServer.send(exchange, 200, "yes");
            }
        });

        assertThat(get("/busy").text()).isEqualTo("yes");
        assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(243));
    }

    @Test
    void theNextRequestWaitsOnceTheWindowIsUsedUp() throws IOException {
        server.on("/last", exchange -> {
            exchange.getResponseHeaders().add("RateLimit", "\"api\";r=0;t=60");
            LocalServer.send(exchange, 200, "");
        });
        get("/last");
        assertThat(time.waits()).isEmpty();

        get("/missing");
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void delaysGrowAndAreDrawnWhereTheServerAsksForNone() {
        server.on("/down", exchange -> LocalServer.send(exchange, 503, ""));

        assertThatThrownBy(() -> get("/down"))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("/down answered 503 (attempt 3 of 3)");
        assertThat(server.seen()).hasSize(3);
        assertThat(time.waits()).hasSize(2);
        assertThat(time.waits().get(0)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(time.waits().get(1)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void aServerThatAsksForTooLongAWaitIsNotWaitedFor() {
        server.on("/ban", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "86400");
            LocalServer.send(exchange, 429, "");
        });

        assertThatThrownBy(() -> get("/ban"))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("asks to wait 86400 s");
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void whatMustNotHappenTwiceIsSentOnceUnlessTheServerDidNothing() {
        server.on("/broken", exchange -> LocalServer.send(exchange, 500, "oops"));
        server.on("/busy", exchange -> LocalServer.send(exchange, 503, ""));

        assertThat(post("/broken", false).status()).isEqualTo(500);
        assertThatThrownBy(() -> post("/busy", false)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(server.seen()).hasSize(1 + 3);
    }

    @Test
    void aBodyLongerThanAllowedIsRefusedWhetherAnnouncedOrEndless() {
        server.on("/announced", exchange -> LocalServer.send(exchange, 200, "x".repeat(1_001)));
        CountDownLatch hungUp = new CountDownLatch(1);
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[4_096]);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        });

        assertThatThrownBy(() -> get("/announced")).isInstanceOf(BodyTooLongException.class);
        assertThatThrownBy(() -> get("/endless")).isInstanceOf(BodyTooLongException.class);
        assertThat(await(hungUp)).as("the client hangs up").isTrue();
        assertThat(server.seen()).as("asked once each").hasSize(2);
    }

    @Test
    void aBodyShorterThanAnnouncedIsNoAnswer() {
        server.on("/lying", exchange -> {
            exchange.sendResponseHeaders(200, 900);
            exchange.getResponseBody().write("{\"half\":".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            // Else nothing at all may arrive, and the JDK's client asks again of its own accord.
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatThrownBy(() -> get("/lying"))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("did not answer");
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void aServerThatNeverFinishesItsAnswerIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        server.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        assertThatThrownBy(() -> get("/slow"))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no whole answer within");
        end.countDown();
    }

    @Test
    void aRequestUnderWayCanBeCancelled() {
        CountDownLatch end = new CountDownLatch(1);
        server.on("/slow", exchange -> await(end));
        AtomicInteger asked = new AtomicInteger();
        Progress cancelSoon = Progress.of((step, done, total) -> {}, () -> asked.incrementAndGet() > 2);

        assertThatThrownBy(() -> client(Reach.configured(server.uri("/")), Credentials.NONE)
                        .send(Call.get(server.uri("/slow")), cancelSoon))
                .isInstanceOf(CancelledException.class);
        end.countDown();
    }

    @Test
    void aWaitCanBeCancelled() {
        AtomicInteger asked = new AtomicInteger();
        Progress cancelSoon = Progress.of((step, done, total) -> {}, () -> asked.incrementAndGet() > 2);
        long began = System.nanoTime();

        assertThatThrownBy(() -> Pauses.REAL.pause(Duration.ofHours(1), cancelSoon))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
}
