package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.Assumptions;

/** A real MLflow server on a free port of this machine, its database in a folder of the test. */
final class MlflowServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI uri;

    private MlflowServer(Path executable, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        uri = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(
                executable.toString(),
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--default-artifact-root",
                folder.resolve("artifacts").toString());
        process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitHealth(folder.resolve("log"));
    }

    /**
     * Starts the executable named by an environment variable, or found on the path under that name. Its absence may not be
     * passed over once {@code EYRIE_REQUIRE_MLFLOW} is 1.
     */
    static MlflowServer start(String variable, String name, Path folder) throws IOException, InterruptedException {
        Optional<Path> executable = find(variable, name);
        if (executable.isEmpty()) {
            String missing = "No MLflow: set " + variable + " to an mlflow executable to run this test";
            if ("1".equals(System.getenv("EYRIE_REQUIRE_MLFLOW"))) {
                Assertions.fail(missing);
            }
            System.err.println("SKIPPED: " + missing);
            Assumptions.assumeThat(executable).as(missing).isPresent();
        }
        return new MlflowServer(executable.orElseThrow(), folder);
    }

    URI uri() {
        return uri;
    }

    /** Posts to an endpoint and returns the answer. */
    JsonNode post(String endpoint, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(uri.resolve("/api/2.0/mlflow/" + endpoint))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Assertions.assertThat(response.statusCode())
                .as(endpoint + " " + response.body())
                .isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(uri.resolve("/health")).build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
                Thread.sleep(200);
            }
        }
        close();
        Assertions.fail("MLflow did not start: " + Files.readString(log));
    }

    private static Optional<Path> find(String variable, String name) {
        String configured = System.getenv(variable);
        if (configured != null && !configured.isBlank()) {
            return Optional.of(Path.of(configured));
        }
        String path = System.getenv("PATH");
        return path == null
                ? Optional.empty()
                : Stream.of(path.split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
