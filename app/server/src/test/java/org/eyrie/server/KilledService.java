package org.eyrie.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code eyrie serve} in a process of its own over a folder, and commands beside it, all of which may be killed. */
final class KilledService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final Path data;
    private final int port;
    private Process service;

    KilledService(Path folder) throws IOException {
        this.folder = folder;
        this.data = folder.resolve("data");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.service = begin();
    }

    Path data() {
        return data;
    }

    /** Begins to start it, in place of one that has ended. */
    void beginAgain() throws IOException {
        service = begin();
    }

    /** Begins a command beside it. */
    Process command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Deyrie.neo4j.lib=" + System.getProperty("eyrie.neo4j.lib", ""),
                Main.class.getName()));
        Collections.addAll(command, arguments);
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()));
        builder.environment().put("EYRIE_LINGER", "0");
        return builder.start();
    }

    private Process begin() throws IOException {
        return command("serve", "--port", String.valueOf(port));
    }

    void killService() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    /** Its Neo4j; false where there is none, because it has not begun yet. */
    boolean killDatabase() {
        Optional<ProcessHandle> child = service.children().findFirst();
        child.ifPresent(ProcessHandle::destroyForcibly);
        return child.isPresent();
    }

    /** Waits until it is ready, and starts it anew where it has ended or does not come back. */
    void heal() throws IOException, InterruptedException {
        for (int starts = 0; starts < 3; starts++) {
            if (!service.isAlive()) {
                beginAgain();
            }
            long begun = System.nanoTime();
            while (service.isAlive() && System.nanoTime() - begun < PATIENCE.toNanos()) {
                if (isReady()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            killService();
        }
        throw new AssertionError("It does not come back: " + said());
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(uri("/health/readiness"))).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder ingestion(String key, String lines) {
        return HttpRequest.newBuilder(uri("/api/v1/ingest"))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(lines));
    }

    /** Sends lines, or half of them as a client does that is killed. */
    Socket sendByHand(String lines, boolean whole) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/v1/ingest HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, whole ? body.length : body.length / 2);
        out.flush();
        return socket;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String said() throws IOException {
        String all = Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        return all.substring(Math.max(0, all.length() - 4_000));
    }

    /** Ends it as a person would. */
    @Override
    public void close() throws IOException {
        service.destroy();
        try {
            if (!service.waitFor(1, TimeUnit.MINUTES)) {
                service.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
