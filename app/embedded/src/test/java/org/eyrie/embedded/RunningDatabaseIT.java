package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDatabaseIT {

    private final Path temporary;

    RunningDatabaseIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void servesBrowserAndBoltToWhoeverHasThePassword() throws Exception {
        List<String> progress = new CopyOnWriteArrayList<>();
        EmbeddedNeo4j first = EmbeddedNeo4j.start(settings(), progress::add, line -> {});
        try (first) {
            assertThat(progress).first().asString().contains(temporary.toString());
            assertThat(get(first.browserUri())).contains("<title>Neo4j Browser</title>");
            assertThat(status(first.browserUri().resolve("/db/neo4j/tx/commit")))
                    .isEqualTo(401);
            assertThat(first.boltUri().getHost()).isEqualTo("127.0.0.1");
            assertThatExceptionOfType(DataFolderInUseException.class)
                    .isThrownBy(() -> EmbeddedNeo4j.start(settings(), line -> {}, line -> {}))
                    .withMessageContaining("in use by process");

            Graph.write(first.boltUri(), first.password(), "kept");
            interrupt(first.pid());
            assertThat(Graph.has(first, "kept"))
                    .as("Ctrl-C is for the parent to answer")
                    .isTrue();
            assertThat(sizeOf(temporary)).as("bytes on disk").isLessThan(30L << 20);
        }
        assertThat(first.isRunning()).isFalse();
        assertThat(ProcessHandle.of(first.pid()).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        first.close();

        ClassArchive archive = new ClassArchive(new DataFolder(temporary), Neo4jLibraries.find());
        assertThat(archive.isWanted()).isTrue();
        assertThat(archive.order().carryOut()).isTrue();
        try (EmbeddedNeo4j second = EmbeddedNeo4j.start(settings(), line -> {}, line -> {})) {
            assertThat(usesFile(second.pid(), archive.file())).isTrue();
            assertThat(Graph.has(second, "kept")).isTrue();
            assertThat(second.password()).isEqualTo(first.password());
        }

        damage(temporary.resolve("neo4j/data/databases/neo4j"));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> EmbeddedNeo4j.start(
                        settings().withStartTimeout(Duration.ofSeconds(20)), line -> {}, line -> {}))
                .withMessageContaining("its database has not")
                .withMessageContaining("The last lines of");
    }

    @Test
    void aStartThatTakesTooLongIsGivenUpAndLeavesNothingRunning() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> EmbeddedNeo4j.start(
                        settings().withStartTimeout(Duration.ofMillis(200)), line -> {}, line -> {}))
                .withMessageContaining("no sign of life for");
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(temporary.toString())))
                .isEmpty();
    }

    @Test
    void aPortThatAnotherProgramTakesInTheMiddleOfAStartIsReplaced() throws Exception {
        CompletableFuture<ServerSocket> thief = CompletableFuture.supplyAsync(this::takeTheChosenPort);
        try (EmbeddedNeo4j database = EmbeddedNeo4j.start(settings(), line -> {}, line -> {});
                ServerSocket taken = thief.get()) {
            assertThat(database.boltUri().getPort()).isPositive().isNotEqualTo(taken.getLocalPort());
        }
    }

    /** As soon as the settings file tells it, which is seconds before Neo4j listens. */
    private ServerSocket takeTheChosenPort() {
        Path file = temporary.resolve("neo4j/conf/neo4j.conf");
        Pattern port = Pattern.compile("bolt.listen_address=127.0.0.1:(\\d+)\n");
        try {
            for (int look = 0; look < 6_000; look++) {
                Matcher matcher = port.matcher(Files.exists(file) ? Files.readString(file) : "");
                if (matcher.find()) {
                    return new ServerSocket(Integer.parseInt(matcher.group(1)), 1, InetAddress.getLoopbackAddress());
                }
                Thread.sleep(10);
            }
            throw new IllegalStateException("No port was chosen within a minute");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private EmbeddedSettings settings() {
        return EmbeddedSettings.in(temporary).withMemory(256, 32);
    }

    /** As a terminal does on Ctrl-C. */
    private static void interrupt(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
        Thread.sleep(500); // time to obey, if it would
    }

    /** Linux tells which files a process has mapped; elsewhere there is nothing to see. */
    private static boolean usesFile(long pid, Path file) throws IOException {
        Path maps = Path.of("/proc", Long.toString(pid), "maps");
        return !Files.exists(maps) || Files.readString(maps).contains(file.toString());
    }

    private static void damage(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.write(new byte[(int) Math.min(bytes.length(), 8192)]);
                }
            }
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String get(URI uri) throws Exception {
        return send(uri).body();
    }

    private static int status(URI uri) throws Exception {
        return send(uri).statusCode();
    }

    private static HttpResponse<String> send(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
