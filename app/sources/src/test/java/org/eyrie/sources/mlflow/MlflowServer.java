package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real MLflow server on loopback, with what it needs in a folder. */
final class MlflowServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private MlflowServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The command that runs MLflow: of the environment variable {@code EYRIE_MLFLOW}, or on the path. */
    static Optional<String> command() {
        String given = System.getenv("EYRIE_MLFLOW");
        if (given != null) {
            return Optional.of(given);
        }
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "mlflow"))) {
                return Optional.of(Path.of(folder, "mlflow").toString());
            }
        }
        return Optional.empty();
    }

    static MlflowServer start(String command, Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        command,
                        "server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--workers",
                        "1",
                        "--backend-store-uri",
                        "sqlite:///" + folder.resolve("mlflow.db"),
                        "--default-artifact-root",
                        folder.resolve("artifacts").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mlflow.log").toFile())
                .start();
        MlflowServer server = new MlflowServer(process, URI.create("http://127.0.0.1:" + port));
        server.await(folder.resolve("mlflow.log"));
        return server;
    }

    URI address() {
        return address;
    }

    /** Sends JSON and returns the answer's text. */
    String post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address.resolve("/api/2.0/mlflow/" + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    // It starts workers of its own, which outlive it where only the parent is ended.
    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : all) {
            try {
                handle.onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                handle.destroyForcibly();
            }
        }
    }

    private void await(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/health").equals("OK")) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(300);
            }
        }
        close();
        throw new IOException("MLflow did not start: " + Files.readString(log));
    }
}
