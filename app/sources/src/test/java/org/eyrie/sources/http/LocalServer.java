package org.eyrie.sources.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers as a test says, and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {

    /** Answers one question. */
    @FunctionalInterface
    public interface Responder {
        void respond(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Responder> responders = new ConcurrentHashMap<>();

    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    public final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());

    public LocalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            Responder responder = responders.getOrDefault(
                    path, responders.getOrDefault(exchange.getRequestURI().getPath(), status(404, "{}")));
            try (exchange) {
                responder.respond(exchange);
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Says what is answered to a path, or to a path with its query. */
    public LocalServer on(String path, Responder responder) {
        responders.put(path, responder);
        return this;
    }

    /** An answer with that text and headers, name and value in turn. */
    public static Responder status(int status, String body, String... headers) {
        return exchange -> {
            for (int at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** First these answers, one each, then the last one again and again. */
    public static Responder inTurn(Responder... answers) {
        int[] next = {0};
        return exchange -> answers[Math.min(next[0]++, answers.length - 1)].respond(exchange);
    }

    /** A client of this server, for which sleeping takes no time. */
    public PoliteClient client(HttpSettings settings) {
        return new PoliteClient(
                address(),
                settings,
                () -> false,
                InstantSource.fixed(Instant.parse("2025-01-01T00:00:00Z")),
                new Random(1),
                slept::add);
    }

    /** How long the client waited in all. */
    public Duration waited() {
        return slept.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
