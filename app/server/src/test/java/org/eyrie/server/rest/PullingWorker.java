package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/** Takes orders of a search over HTTP and answers them; what a merge solves follows from its program and the item alone. */
public final class PullingWorker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final String search;
    private final int batch;
    private final int seconds;
    private JsonNode leased = JSON.createArrayNode();

    public PullingWorker(URI service, String search, int batch, int seconds) {
        this.service = service;
        this.search = search;
        this.batch = batch;
        this.seconds = seconds;
    }

    /** The same worker with the same orders in hand, at the service of another. */
    public PullingWorker at(PullingWorker other) {
        PullingWorker moved = new PullingWorker(other.service, search, batch, seconds);
        moved.leased = leased;
        return moved;
    }

    /** Takes orders and answers them; false once the search has ended. */
    public boolean work() throws IOException, InterruptedException {
        if (!lease().equals("OPEN") && leased.isEmpty()) {
            return false;
        }
        if (leased.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(200);
        } else {
            resend();
        }
        return true;
    }

    /** Takes orders and keeps them. */
    public String lease() throws IOException, InterruptedException {
        ObjectNode asked = JSON.createObjectNode();
        asked.put("worker", "test").put("count", batch).put("seconds", seconds);
        JsonNode work = post("/leases", asked);
        leased = work.get("orders");
        return work.get("state").asText();
    }

    /** Answers the orders in hand, whether or not that was done before. */
    public JsonNode resend() throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode answers = body.putArray("answers");
        for (JsonNode order : leased) {
            ObjectNode answer =
                    answers.addObject().put("number", order.get("number").asInt());
            ArrayNode items = answer.putArray("items");
            for (JsonNode item : order.get("items")) {
                int place = item.get("item").asInt();
                items.addObject()
                        .put("item", place)
                        .put("solved", solves(order.get("text").asText(), place));
            }
        }
        return post("/outcomes", body);
    }

    static boolean solves(String program, int item) {
        int skill = Math.floorMod(program.hashCode(), 70);
        return Math.floorMod(program.hashCode() * 31 + item * 7_919, 100) < skill + 15;
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/developments/" + search + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
