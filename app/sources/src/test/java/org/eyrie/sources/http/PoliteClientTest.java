package org.eyrie.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.CancelledException;
import org.eyrie.model.RegistryUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoliteClientTest {

    private static final HttpLimits LIMITS = HttpLimits.DEFAULT
            .withAnswer(Duration.ofMillis(700))
            .withMaxBody(1_000)
            .withAttempts(3);

    private final LocalServer server = start();
    private final StoppedTime time = new StoppedTime();

    @AfterEach
    void stop() {
        server.close();
    }

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
    void aRedirectToTheSameServerIsFollowed() throws IOException {
        server.on("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", "/new");
            LocalServer.send(exchange, 307, "");
        });
        server.onJson("/new", "{}");

        Reply reply = get("/old");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.uri().getPath()).isEqualTo("/new");
    }

    @Test
    void aRedirectElsewhereIsRefusedAndNothingIsSentThere() throws IOException {
        try (LocalServer other = new LocalServer()) {
            server.on("/away", exchange -> {
                exchange.getResponseHeaders()
                        .add("Location", other.uri("/metadata").toString());
                LocalServer.send(exchange, 302, "");
            });
            server.on("/file", exchange -> {
                exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
                LocalServer.send(exchange, 302, "");
            });

            assertThatThrownBy(() -> get("/away"))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("which is refused: that server is not configured");
            assertThatThrownBy(() -> get("/file")).isInstanceOf(RegistryUnavailableException.class);
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void credentialsGoToTheConfiguredServerAndNotToAnotherOneWithinReach() throws IOException {
        try (LocalServer cdn = new LocalServer()) {
            cdn.onJson("/blob", "{}");
            server.on("/resolve", exchange -> {
                exchange.getResponseHeaders().add("Location", cdn.uri("/blob").toString());
                LocalServer.send(exchange, 302, "");
            });
            PoliteClient client = client(
                    Reach.configured(server.uri("/")).and(Reach.configured(cdn.uri("/"))),
                    new Credentials.Bearer(Secret.of("hf_hidden")));

            assertThat(client.send(Call.get(server.uri("/resolve")), Pulse.NONE).status())
                    .isEqualTo(200);
            assertThat(server.seen().get(0).headers().getFirst("Authorization")).isEqualTo("Bearer hf_hidden");
            assertThat(cdn.seen().get(0).headers().getFirst("Authorization")).isNull();
        }
    }

    @Test
    void endlessRedirectsEnd() {
        server.on("/loop", exchange -> {
            exchange.getResponseHeaders().add("Location", "/loop");
            LocalServer.send(exchange, 301, "");
        });

        assertThatThrownBy(() -> get("/loop")).hasMessageContaining("redirects more than 5 times");
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
        AtomicInteger beats = new AtomicInteger();
        Pulse cancelSoon = () -> {
            if (beats.incrementAndGet() > 2) {
                throw new CancelledException("enough");
            }
        };

        assertThatThrownBy(() -> client(Reach.configured(server.uri("/")), Credentials.NONE)
                        .send(Call.get(server.uri("/slow")), cancelSoon))
                .isInstanceOf(CancelledException.class);
        end.countDown();
    }

    @Test
    void aWaitCanBeCancelled() {
        AtomicInteger beats = new AtomicInteger();
        long began = System.nanoTime();

        assertThatThrownBy(() -> Pauses.REAL.pause(Duration.ofHours(1), () -> {
                    if (beats.incrementAndGet() > 2) {
                        throw new CancelledException("enough");
                    }
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatNobodyConfiguredIsNotContacted() {
        PoliteClient client = client(Reach.configured(URI.create("http://127.0.0.1:1")), Credentials.NONE);

        assertThatThrownBy(() -> client.send(Call.get(server.uri("/")), Pulse.NONE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("is not configured");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aBuiltInServerInAPrivateNetworkIsNotContacted() {
        assertThatThrownBy(() -> client(Reach.builtIn(server.uri("/")), Credentials.NONE)
                        .send(Call.get(server.uri("/")), Pulse.NONE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("private address");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void noMessageRepeatsASecret() {
        Secret secret = Secret.of("hf_hidden");
        server.on("/down", exchange -> LocalServer.send(exchange, 503, "hf_hidden"));

        assertThatThrownBy(() -> client(Reach.configured(server.uri("/")), new Credentials.Bearer(secret))
                        .send(Call.get(server.uri("/down?token=hf_hidden")), Pulse.NONE))
                .hasMessageNotContaining("hf_hidden");
        assertThat(new Credentials.Basic("me", secret).toString()).doesNotContain("hf_hidden");
        assertThatThrownBy(() -> Origin.of(URI.create("https://me:hf_hidden@host/")))
                .hasMessageNotContaining("hf_hidden");
    }

    private Reply get(String target) throws BodyTooLongException {
        return client(Reach.configured(server.uri("/")), Credentials.NONE)
                .send(Call.get(server.uri(target)), Pulse.NONE);
    }

    private Reply post(String target, boolean repeatable) {
        try {
            return client(Reach.configured(server.uri("/")), Credentials.NONE)
                    .send(Call.post(server.uri(target), "{}", repeatable), Pulse.NONE);
        } catch (BodyTooLongException e) {
            throw new AssertionError(e);
        }
    }

    private final RateWindow window = RateWindow.unbounded();

    private PoliteClient client(Reach reach, Credentials credentials) {
        return new PoliteClient(server.uri("/"), reach, credentials, LIMITS, window, time, time, new Random(7));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static LocalServer start() {
        try {
            return new LocalServer();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
