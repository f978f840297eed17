package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.StoppedTime;

/** A server that behaves as the Hub's documentation and its own client say it does. */
final class FakeHub implements AutoCloseable {

    final LocalServer server = new LocalServer();
    final StoppedTime time = new StoppedTime();
    private final Path cache;
    private final Map<String, String> children = new ConcurrentHashMap<>();

    FakeHub(Path cache) throws IOException {
        this.cache = cache;
        server.on("/api/models", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String page = children.get(query);
            if (page == null) {
                LocalServer.send(exchange, 200, "[]");
                return;
            }
            String[] nextAndBody = page.split("\n", 2);
            if (!nextAndBody[0].isEmpty()) {
                exchange.getResponseHeaders().add("Link", "<" + server.uri(nextAndBody[0]) + ">; rel=\"next\"");
            }
            LocalServer.send(exchange, 200, nextAndBody[1]);
        });
    }

    /** A model with its fields as JSON, without braces. */
    FakeHub model(String id, String fields) {
        server.onJson("/api/models/" + id, "{\"id\":\"" + id + "\",\"sha\":\"" + sha(id) + "\"," + fields + "}");
        return this;
    }

    /** A model with these parents. */
    FakeHub model(String id, String relation, String... parents) {
        String list = String.join("\"},{\"id\":\"", parents);
        return model(id, "\"baseModels\":{\"relation\":\"" + relation + "\",\"models\":[{\"id\":\"" + list + "\"}]}");
    }

    FakeHub root(String id) {
        return model(id, "\"tags\":[]");
    }

    FakeHub status(String id, int status) {
        server.on("/api/models/" + id, exchange -> LocalServer.send(exchange, status, "{\"error\":\"no\"}"));
        return this;
    }

    /** The Hub answers requests for a renamed model with a redirect to its new name. */
    FakeHub renamed(String from, String to) {
        server.on("/api/models/" + from, exchange -> {
            exchange.getResponseHeaders().add("Location", "/api/models/" + to);
            LocalServer.send(exchange, 307, "");
        });
        return this;
    }

    FakeHub file(String id, String path, String content) {
        server.onJson("/" + id + "/resolve/" + sha(id) + "/" + path, content);
        return this;
    }

    /** A page of children: the answer to a query, and the target of the next page or nothing. */
    FakeHub children(String query, String next, String... ids) {
        String list = String.join("\"},{\"id\":\"", ids);
        children.put(query, next + "\n[{\"id\":\"" + list + "\"}]");
        return this;
    }

    static String sha(String id) {
        return "5a".repeat(18) + String.format("%04x", id.hashCode() & 0xffff);
    }

    Hub hub(Map<String, String> more) {
        Map<String, String> environment = new ConcurrentHashMap<>(more);
        environment.put("HF_ENDPOINT", server.uri("").toString());
        return HubConnection.of(environment, List.of())
                .open(new ClientSettings(HttpLimits.DEFAULT.withAttempts(3), time, time, new Random(1)), cache);
    }

    @Override
    public void close() {
        server.close();
    }
}
