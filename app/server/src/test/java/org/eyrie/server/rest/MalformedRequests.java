package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends every operation of the API's description, for each of its parameters and fields, what nobody should send. The
 * law: a client's mistake is told as such, in the one form that problems have, and never as a failure of the service.
 */
public final class MalformedRequests {

    /** As they stand in the address: some are broken there already. */
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "x",
            "0",
            "-1",
            "1e999",
            "NaN",
            "Infinity",
            "0.5",
            "99999999999999999999",
            "null",
            "true",
            "cousin",
            ":",
            "7:",
            ":acme/a",
            "x:acme/a",
            "%ZZ",
            "%",
            "%E",
            "%00",
            "%0A",
            "%FF",
            "%ED%A0%80",
            "%F0%9F%A6%85",
            "..",
            "%2e%2e%2f",
            "{id}",
            "a&b=c",
            "[]",
            "%27%22%3Cb%3E",
            "x".repeat(3_000));

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/json; charset=nonsense",
            "application/json;;;",
            "nonsense",
            "/");

    /** Words of the library that reads JSON and of the program's code: nobody who sends a body knows them. */
    private static final List<String> INSIDE =
            List.of("org.eyrie.", "java.", "com.fasterxml", "io.micronaut", "Source:", "ignorable", "deserialize", "`");

    private final RawClient client;
    private final Description description;
    private final BadBodies bodies;
    private final List<String> broken = new ArrayList<>();
    private int sent;

    private MalformedRequests(URI service, String yaml) {
        this.client = new RawClient(service);
        this.description = new Description(yaml);
        this.bodies = new BadBodies(description);
    }

    /** Sends all of them to a service and fails with those that were answered wrongly. */
    public static void sendAllTo(URI service) throws IOException {
        String yaml = new RawClient(service)
                .send("GET", "/openapi.yml", Map.of(), new byte[0])
                .body();
        MalformedRequests requests = new MalformedRequests(service, yaml);
        for (Description.Operation operation : requests.description.operations()) {
            requests.send(operation);
        }
        assertThat(requests.sent).isGreaterThan(1_000);
        assertThat(requests.broken).isEmpty();
    }

    private void send(Description.Operation operation) throws IOException {
        String right = path(operation, "", "");
        for (String name : operation.inPath()) {
            for (String value : VALUES) {
                ask(operation, path(operation, name, value), "application/json", "{}");
            }
        }
        for (String name : operation.inQuery()) {
            for (String value : VALUES) {
                ask(operation, right + query(operation, name, value), "application/json", "{}");
            }
        }
        ask(operation, right + "?%ZZ=%ZZ&=&&?", "application/json", "{}");
        if (operation.hasBody()) {
            for (String body : bodies.of(operation.body())) {
                ask(operation, right, operation.mediaTypes().get(0), body);
            }
            for (String mediaType : MEDIA_TYPES) {
                ask(operation, right, mediaType, "{}");
            }
        }
    }

    private static String path(Description.Operation operation, String name, String value) {
        String path = operation.path();
        for (String each : operation.inPath()) {
            path = path.replace("{" + each + "}", each.equals(name) ? value : right(each));
        }
        return path;
    }

    // The others are right, so that what is wrong is not hidden behind another fault.
    private static String query(Description.Operation operation, String name, String value) {
        StringBuilder query = new StringBuilder("?" + name + "=" + value);
        for (String other : operation.inQuery()) {
            String right = right(other);
            if (!other.equals(name) && !right.isEmpty()) {
                query.append('&').append(other).append('=').append(right);
            }
        }
        return query.toString();
    }

    private static String right(String name) {
        return switch (name) {
            case "id", "other", "family" -> "acme%2Fmix-7b";
            case "benchmark" -> "QA";
            case "group" -> "lineage";
            case "name" -> "siblings";
            default -> "";
        };
    }

    private void ask(Description.Operation operation, String target, String mediaType, String body) throws IOException {
        byte[] bytes = operation.hasBody() ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
        Map<String, String> headers = operation.hasBody() ? Map.of("Content-Type", mediaType) : Map.of();
        RawClient.Answer answer = client.send(operation.method(), target, headers, bytes);
        sent++;
        boolean wrong = answer.status() == 0
                || answer.status() >= 500
                || (answer.status() >= 400
                        && (!answer.isProblem()
                                || !answer.body().contains("\"detail\":\"")
                                || INSIDE.stream().anyMatch(answer.body()::contains)));
        if (wrong) {
            broken.add(operation.method() + " " + shortened(target) + " " + mediaType + " " + shortened(body) + " -> "
                    + answer.status() + " " + shortened(answer.body()));
        }
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "..." : text;
    }
}
