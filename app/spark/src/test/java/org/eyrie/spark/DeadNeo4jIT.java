package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.eyrie.embedded.EmbeddedNeo4j;
import org.eyrie.embedded.EmbeddedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neo4j is killed while a fit is written to it. */
class DeadNeo4jIT {

    private static final int MODELS = 5_000;
    private static final int PREDICTIONS = 10 * MODELS;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aFitThatNeo4jDiesOfIsWholeAndLoadedAgainEndsInTheSameGraph(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("fit");
        try (SparkSession spark = LocalSpark.session("local[1]")) {
            FitFilesTest.write(spark, out, MODELS);
        }
        try (StandaloneCluster spark = StandaloneCluster.withoutWorkers(folder);
                EmbeddedNeo4j database = EmbeddedNeo4j.start(
                        EmbeddedSettings.in(folder.resolve("data")).withMemory(256, 64), line -> {}, line -> {})) {
            prepare(database);
            Process first = load(spark, "first", out, database);
            while (first.isAlive() && count(database) == 0) {
                Thread.sleep(20);
            }
            long pid = database.pid();
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::destroyForcibly))
                    .isPresent();
            assertThat(first.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(first.exitValue()).isEqualTo(1);
            assertThat(Files.readString(spark.log("first")))
                    .contains("Neo4j did not take all of the fit")
                    .contains("The fit itself is whole, in " + out)
                    .contains("load --out " + out + " --neo4j-uri " + database.boltUri());
            while (!database.isRunning() || database.pid() == pid) {
                Thread.sleep(100); // it is started again by who started it
            }
            assertThat(count(database)).as("predictions before it died").isBetween(1L, PREDICTIONS - 1L);

            Process second = load(spark, "second", out, database);
            assertThat(second.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue())
                    .as(Files.readString(spark.log("second")))
                    .isZero();
            assertThat(count(database)).isEqualTo(PREDICTIONS);
            assertThat(ask(database, "MATCH (f:Fit) RETURN count(f)")).isEqualTo(1);
            assertThat(ask(database, "MATCH ()-[p:PREDICTED]->() RETURN toInteger(round(1000 * sum(p.mean)))"))
                    .isEqualTo(MODELS * 5_450L);
        }
    }

    private static Process load(StandaloneCluster spark, String name, Path out, EmbeddedNeo4j database)
            throws IOException {
        Path password = Files.writeString(out.resolveSibling("password"), database.password());
        String connector = StandaloneCluster.classPath().stream()
                .filter(jar -> jar.contains("neo4j-connector-apache-spark"))
                .findFirst()
                .orElseThrow();
        return spark.submit(
                name,
                "local[1]",
                List.of(
                        "--jars",
                        connector,
                        "--class",
                        "org.eyrie.spark.EyrieSpark",
                        Path.of("target/eyrie-spark.jar").toAbsolutePath().toString(),
                        "load",
                        "--out",
                        out.toString(),
                        "--neo4j-uri",
                        database.boltUri().toString()),
                password);
    }

    /** The models and benchmarks that the fit is about, as an import leaves them. */
    private void prepare(EmbeddedNeo4j database) throws IOException, InterruptedException {
        ask(database, "CREATE CONSTRAINT FOR (m:Model) REQUIRE m.id IS UNIQUE");
        ask(database, "CREATE CONSTRAINT FOR (b:Benchmark) REQUIRE b.id IS UNIQUE");
        ask(database, "UNWIND range(0, 9) AS i CREATE (:Benchmark {id: 'b' + i})");
        ask(database, "UNWIND range(0, " + (MODELS - 1) + ") AS u CREATE (:Model {id: 'org/m' + u})");
    }

    /** Predictions in the graph; none while it does not answer. */
    private long count(EmbeddedNeo4j database) throws InterruptedException {
        try {
            return ask(database, "MATCH ()-[p:PREDICTED]->() RETURN count(p)");
        } catch (IOException e) {
            return 0;
        }
    }

    /** The number that a statement returns, or 0, by HTTP: Spark's driver for Neo4j is not for this process. */
    private long ask(EmbeddedNeo4j database, String statement) throws IOException, InterruptedException {
        String user = database.username() + ":" + database.password();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        database.browserUri().resolve("/db/neo4j/tx/commit").toString()))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("{\"statements\": [{\"statement\": \"" + statement + "\"}]}"))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (!answer.contains("\"errors\":[]")) {
            throw new IllegalStateException(answer);
        }
        Matcher number = Pattern.compile("\"row\":\\[(\\d+)]").matcher(answer);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }
}
