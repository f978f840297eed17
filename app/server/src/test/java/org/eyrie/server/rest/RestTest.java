package org.eyrie.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.server.Sample;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The real service over stores in memory, asked as any client asks it. */
abstract class RestTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Sample sample = Sample.filled();
    private Service service;

    @BeforeEach
    final void start() {
        service = Service.start(sample, CLOCK, "127.0.0.1", 0);
    }

    @AfterEach
    final void stop() {
        service.close();
    }

    final Sample sample() {
        return sample;
    }

    final void fit() {
        new Fitting(sample.stores(), CLOCK).fit(FitSettings.USUAL, Progress.NONE);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    final Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    final Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    final Answer delete(String path) {
        return send(HttpRequest.newBuilder(uri(path)).DELETE());
    }

    final URI uri(String path) {
        return service.uri().resolve(path);
    }

    final Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response, json);
        } catch (IOException e) {
            throw new AssertionError("The service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A response and its JSON. */
    record Answer(HttpResponse<String> response, ObjectMapper mapper) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            try {
                return mapper.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + response.body(), e);
            }
        }
    }
}
