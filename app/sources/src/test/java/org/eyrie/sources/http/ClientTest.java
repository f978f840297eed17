package org.eyrie.sources.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A client, and a server of this machine for it to ask. */
@Timeout(60)
abstract class ClientTest {

    static final HttpLimits LIMITS = HttpLimits.DEFAULT
            .withAnswer(Duration.ofMillis(700))
            .withMaxBody(1_000)
            .withAttempts(3);

    final LocalServer server = start();
    final StoppedTime time = new StoppedTime();

    @AfterEach
    final void stop() {
        server.close();
    }

    final Reply get(String target) throws BodyTooLongException {
        return client(Reach.configured(server.uri("/")), Credentials.NONE)
                .send(Call.get(server.uri(target)), Progress.NONE);
    }

    final Reply post(String target, boolean repeatable) {
        try {
            return client(Reach.configured(server.uri("/")), Credentials.NONE)
                    .send(Call.post(server.uri(target), "{}", repeatable), Progress.NONE);
        } catch (BodyTooLongException e) {
            throw new AssertionError(e);
        }
    }

    final RateWindow window = RateWindow.unbounded();

    final PoliteClient client(Reach reach, Credentials credentials) {
        return new PoliteClient(
                server.uri("/"), reach, credentials, window, new ClientSettings(LIMITS, time, time, new Random(7)));
    }

    static boolean await(CountDownLatch latch) {
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
