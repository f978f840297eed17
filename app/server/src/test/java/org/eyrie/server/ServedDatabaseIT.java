package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.rest.Service;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A service whose real database is copied, frozen and killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("thorough")
class ServedDatabaseIT {

    /** The longest that a question may take, and a little for a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    @TempDir
    private static Path temporary = Path.of(".");

    private static Session session = Sample.empty();
    private static Service service;

    @BeforeAll
    static void start() {
        session = open(temporary.resolve("data"));
        service = Service.start(session, Clock.systemUTC(), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        service.close();
        session.close();
    }

    @Test
    @Order(1)
    void aCopyTakenWhileSomebodyWritesIsOneOfTheStatesThatWerePassedThrough() {
        Path copy = temporary.resolve("copy.zip");
        AtomicBoolean enough = new AtomicBoolean();
        int before = write(0);
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int last = before;
            while (!enough.get()) {
                last = write(last);
            }
            return last;
        });
        assertThat(run(temporary.resolve("data"), "backup", copy.toString())).isZero();
        enough.set(true);
        int written = writer.join();
        Path restored = temporary.resolve("restored");
        assertThat(run(restored, "restore", copy.toString())).isZero();
        try (Session other = open(restored)) {
            int version = (int) other.stores().facts().version();
            assertThat(version).isBetween(before, written);
            assertThat(other.stores().scores().all()).hasSize(version * 2);
            assertThat(other.stores().lineage().everything().models()).hasSize(version * 2);
        }
    }

    @Test
    @Order(2)
    void aFrozenDatabaseKeepsNobodyWaitingLongerThanAQuestionMayTake() throws Exception {
        assertThat(get().statusCode()).isEqualTo(200);
        ProcessHandle database = database();
        signal(database, "STOP");
        try {
            long begin = System.nanoTime();
            HttpResponse<String> answer = get();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
        } finally {
            signal(database, "CONT");
        }
        awaitAnswer();
    }

    @Test
    @Order(3)
    void aDatabaseThatDiesIsStartedAgainAndMeanwhileRequestsFailAtOnce() throws Exception {
        ProcessHandle database = database();
        database.destroyForcibly();
        database.onExit().get(20, TimeUnit.SECONDS);
        Thread.sleep(200); // for the news to get round
        long begin = System.nanoTime();
        HttpResponse<String> answer = get();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("is being started again");
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        awaitAnswer();
        assertThat(get().body()).contains("acme/a0");
    }

    private static HttpResponse<String> get() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri().resolve("/api/v1/models?limit=5"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void awaitAnswer() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (get().statusCode() != 200) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(3));
            Thread.sleep(200);
        }
    }

    private static ProcessHandle database() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .orElse("")
                        .contains(temporary.resolve("data").toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Two models with a score each, in one transaction; returns the number of transactions so far. */
    private static int write(int number) {
        session.stores().facts().write(Facts.evaluations(List.of(score("a" + number), score("b" + number))));
        return number + 1;
    }

    private static Evaluation score(String model) {
        return new Evaluation(new ModelId("acme/" + model), new BenchmarkId("qa"), .5, null, null, null, null, null);
    }

    private static Session open(Path data) {
        return new Neo4jOpener().open(new DatabaseChoice(data, null, "neo4j", "", false), line -> {});
    }

    private static int run(Path data, String... arguments) {
        StringWriter err = new StringWriter();
        CommandContext context = new CommandContext(
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false),
                InputStream.nullInputStream(),
                Map.of("EYRIE_DATA", data.toString()),
                data,
                new Neo4jOpener(),
                Clock.systemUTC(),
                new Interruption());
        int code = EyrieCommand.of(context).execute(arguments);
        assertThat(err.toString()).isEmpty();
        return code;
    }
}
