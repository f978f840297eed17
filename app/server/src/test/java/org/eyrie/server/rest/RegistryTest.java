package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eyrie.engine.ask.Asking;
import org.eyrie.model.ModelId;
import org.eyrie.server.Sample;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.server.registry.Network;
import org.eyrie.server.registry.Registries;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.huggingface.HubWebhook;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.mlflow.MlflowWatch;
import org.eyrie.sources.mlflow.MlflowWebhook;
import org.eyrie.sources.registry.CursorFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that follows an MLflow and hears the webhooks of it and of the Hub. */
class RegistryTest {

    private static final String SECRET = "known to both";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder = Path.of(".");

    private final Sample sample = Sample.filled();
    private final Semaphore polls = new Semaphore(0);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer registry;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/2.0/mlflow/registered-models/search", "{}");
        answer(
                "/api/2.0/mlflow/model-versions/search",
                "{\"model_versions\": [{\"name\": \"mix\", \"version\": \"1\", \"tags\":"
                        + " [{\"key\": \"base_model\", \"value\": \"acme/a-7b\"}]}]}");
        answer("/api/models/x/told", "{\"id\": \"x/told\", \"sha\": \"ab12\", \"tags\": []}");
        registry.start();
        String address = "http://127.0.0.1:" + registry.getAddress().getPort();
        Network network = Network.of(Map.of("HF_ENDPOINT", address), CLOCK);
        MlflowWatch watch = new MlflowWatch(
                network.mlflow(URI.create(address)),
                MetricKeys.DEFAULT,
                new CursorFiles(folder.resolve("cursors")),
                Duration.ofHours(1),
                CLOCK,
                network.pauses());
        Registries registries = new Registries(
                new MlflowFollower(watch, null),
                new MlflowWebhook(Secret.of(SECRET), CLOCK),
                network.hub(folder.resolve("hub")),
                new HubWebhook(Secret.of(SECRET)));
        service =
                Service.start(sample, Asking.of(sample.stores()), registries, CLOCK, ListenSettings.of("127.0.0.1", 0));
    }

    @AfterEach
    void stop() {
        service.close();
        registry.stop(0);
    }

    private void answer(String path, String json) {
        registry.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            if (path.endsWith("model-versions/search")) {
                polls.release();
            }
        });
    }

    private int deliver(String to, String body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.uri().resolve("/api/v1/webhooks/" + to))
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String[] signed(String id, Instant time, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String timestamp = String.valueOf(time.getEpochSecond());
        byte[] digest = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return new String[] {
            MlflowWebhook.SIGNATURE,
            "v1," + Base64.getEncoder().encodeToString(digest),
            MlflowWebhook.DELIVERY_ID,
            id,
            MlflowWebhook.TIMESTAMP,
            timestamp
        };
    }

    private void awaitModel(String id) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            if (sample.stores().lineage().find(new ModelId(id)).isPresent()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It never came: " + id);
    }

    @Test
    void whatMlflowHoldsIsImportedAndADeliveryHastensTheNextPoll() throws Exception {
        awaitModel("models:/mix/1");
        assertThat(polls.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        String body = "{\"entity\": \"model_version\"}";
        assertThat(deliver("mlflow", body, signed("d1", CLOCK.instant(), body))).isEqualTo(202);
        assertThat(polls.tryAcquire(10, TimeUnit.SECONDS))
                .as("an hour before its time")
                .isTrue();
    }

    @Test
    void aDeliveryIsTakenOnceInTimeAndUntouched() throws Exception {
        String[] genuine = signed("d1", CLOCK.instant(), "{}");
        assertThat(deliver("mlflow", "{ }", genuine)).isEqualTo(401);
        assertThat(deliver("mlflow", "{}", "X-Other", "header")).isEqualTo(401);
        assertThat(deliver("mlflow", "{}", signed("d2", CLOCK.instant().minusSeconds(400), "{}")))
                .isEqualTo(401);
        assertThat(deliver("mlflow", "{}", genuine)).isEqualTo(202);
        assertThat(deliver("mlflow", "{}", genuine)).isEqualTo(409);
    }

    @Test
    void aModelThatTheHubTellsOfIsReadAgain() throws Exception {
        String event = "{\"event\": {\"action\": \"update\", \"scope\": \"repo.content\"}, \"repo\": {\"type\": \"%s\","
                + " \"name\": \"x/told\", \"headSha\": \"ab12\"}}";
        assertThat(deliver("huggingface", event.formatted("model"), HubWebhook.SECRET, "a guess"))
                .isEqualTo(401);
        assertThat(deliver("huggingface", event.formatted("dataset"), HubWebhook.SECRET, SECRET))
                .isEqualTo(204);
        assertThat(deliver("huggingface", "{}", HubWebhook.SECRET, SECRET)).isEqualTo(400);
        assertThat(deliver("huggingface", event.formatted("model"), HubWebhook.SECRET, SECRET))
                .isEqualTo(202);
        awaitModel("x/told");
    }
}
