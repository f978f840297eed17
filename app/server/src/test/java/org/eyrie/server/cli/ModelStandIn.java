package org.eyrie.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as vLLM's and llama.cpp's servers do: wants its key, knows one model, refuses two grammars, and writes as many programs
 * as it is asked for, bound to the form that was sent. What it is given to say first it says first.
 */
final class ModelStandIn implements AutoCloseable {

    static final String KEY = "sk-stand-in-77";
    private static final Pattern WANTED = Pattern.compile("Write (\\d+) new programs");

    /** Answers one request in a way of its own. */
    @FunctionalInterface
    interface Turn {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Random random = new Random(3);
    private final Deque<Turn> first = new ArrayDeque<>();
    private final List<JsonNode> asked = new ArrayList<>();

    ModelStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Before it behaves. */
    ModelStandIn first(Turn turn) {
        first.add(turn);
        return this;
    }

    ModelStandIn firstSays(String content) {
        return first(exchange -> send(exchange, 200, completion(content)));
    }

    /** Bodies of the requests so far. */
    synchronized List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = mapper.readTree(exchange.getRequestBody().readAllBytes());
            Turn turn;
            synchronized (this) {
                asked.add(body);
                turn = first.poll();
            }
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            if (!("Bearer " + KEY).equals(key)) {
                send(exchange, 401, "{\"error\": {\"code\": 401, \"message\": \"Invalid API Key " + key + "\"}}");
            } else if (turn != null) {
                turn.to(exchange);
            } else if (!body.path("model").asText().equals("acme/writer")) {
                send(
                        exchange,
                        404,
                        "{\"object\": \"error\", \"message\": \"The model does not exist.\", \"code\": 404}");
            } else if (body.has("grammar") && (body.has("response_format") || body.has("structured_outputs"))) {
                send(exchange, 400, "{\"error\": {\"code\": 400, \"message\": \"not both\"}}");
            } else {
                send(exchange, 200, completion(programs(body)));
            }
        }
    }

    private String programs(JsonNode body) {
        Matcher wanted = WANTED.matcher(body.at("/messages/1/content").asText());
        int count = wanted.find() ? Integer.parseInt(wanted.group(1)) : 1;
        ArrayNode list = mapper.createArrayNode();
        boolean trees = body.has("response_format");
        for (int i = 0; i < count; i++) {
            ObjectNode one = list.addObject().put("idea", "weights " + i);
            double[] weights = random.doubles(3, 0, 1.2).toArray();
            if (trees) {
                ObjectNode product = one.putObject("program").put("op", "*").put("a", weights[0]);
                product.putObject("b").put("op", "sum").put("v", "taus");
            } else {
                one.put(
                        "program",
                        String.format(
                                Locale.ROOT,
                                "base + %.3f * tau(1) + %.3f * tau(2) + %.3f * tau(3)",
                                weights[0],
                                weights[1],
                                weights[2]));
            }
        }
        return trees ? mapper.createObjectNode().set("programs", list).toString() : list.toString();
    }

    private String completion(String content) {
        ObjectNode all = mapper.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion");
        ObjectNode choice = all.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .putNull("reasoning_content");
        all.putObject("usage").put("total_tokens", 7);
        return all.toString();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
