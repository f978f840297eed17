package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.rest.PullingWorker;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Searches whose process is killed, again and again, end as if nobody had touched them. Processes, kills, the database and the
 * networks are real. More kills: {@code -Deyrie.kills=20}; others: {@code -Deyrie.kills.seed=2}.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("thorough")
class KilledSearchIT {

    private static final int KILLS = Integer.getInteger("eyrie.kills", 3);
    private static final int LATEST_MILLIS = 700;
    private static final Pattern PAGE = Pattern.compile("Page\\s+(http://\\S+)");

    @TempDir
    private static Path folder = Path.of(".");

    private static Session session = Sample.empty();

    private final Random moments = new Random(Long.getLong("eyrie.kills.seed", 1));
    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void startTheDatabase() {
        session = new Neo4jOpener().open(new DatabaseChoice(data(), null, "neo4j", "", true), line -> {});
    }

    @AfterAll
    static void endTheDatabase() {
        session.close();
    }

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    private static Path data() {
        return folder.resolve("data");
    }

    @Test
    void aSearchWhoseProcessIsKilledEndsAsIfNobodyHadTouchedIt() throws Exception {
        begin("calm", "--items-budget", "1500");
        eyrie("develop", "run", "calm");
        begin("killed", "--items-budget", "1500");
        int kills = 0;
        while (kills < KILLS && record("killed").state() != SearchState.FINISHED) {
            int before = written("killed");
            Process run = process(Map.of(), "develop", "run", "killed", "--threads", "2");
            while (run.isAlive() && written("killed") == before) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.MILLISECONDS.sleep(moments.nextInt(LATEST_MILLIS));
            boolean alive = run.isAlive();
            run.destroyForcibly().waitFor();
            kills += alive ? 1 : 0;
            assertThat(alive || run.exitValue() == 0).as(said()).isTrue();
        }
        assertThat(kills).as("the search must not end before it was killed").isPositive();
        eyrie("develop", "run", "killed");
        isTheSame("killed", "calm");
    }

    @Test
    void aSearchThatWorkersEvaluateGoesOnWhenItsServiceIsKilled() throws Exception {
        begin("calm-pull", "--items-budget", "600", "--evaluator", "pull", "--policy", "halving");
        begin("killed-pull", "--items-budget", "600", "--evaluator", "pull", "--policy", "halving");
        URI service = serve();
        PullingWorker calm = new PullingWorker(service, "calm-pull", 5, 60);
        while (calm.work()) {
            // until it has ended
        }
        PullingWorker worker = new PullingWorker(service, "killed-pull", 3, 1);
        assertThat(worker.work()).isTrue();
        assertThat(worker.work()).isTrue();
        worker.lease(); // leased, and never answered by this one
        started.get(started.size() - 1).destroyForcibly().waitFor();
        PullingWorker other = new PullingWorker(serve(), "killed-pull", 3, 60);
        worker.at(other).resend();
        while (other.work()) {
            // until it has ended
        }
        isTheSame("killed-pull", "calm-pull");
    }

    /** Equal in all but its name and its time, each item of a candidate paid for once, and the same seen as a graph. */
    private static void isTheSame(String killed, String calm) {
        SearchRecord one = record(killed);
        SearchRecord other = record(calm);
        assertThat(one.state()).isEqualTo(SearchState.FINISHED);
        assertThat(one.proposals()).isEqualTo(other.proposals());
        assertThat(one.orders()).extracting(RunOrder::program).isEqualTo(programs(other));
        assertThat(one.orders()).isEqualTo(other.orders());
        assertThat(one.runs()).isEqualTo(other.runs());
        assertThat(one.failures()).isEqualTo(other.failures());
        assertThat(one.leader()).isEqualTo(other.leader()).isNotNull();
        Set<List<Object>> paid = new HashSet<>();
        for (ItemRun run : one.runs()) {
            for (int item : run.items()) {
                assertThat(paid.add(List.of(run.program(), item))).isTrue();
            }
        }
        assertThat(one.spent()).isEqualTo(paid.size());
        assertThat(graph(killed)).isEqualTo(graph(calm));
    }

    private static List<String> programs(SearchRecord record) {
        return record.orders().stream().map(RunOrder::program).toList();
    }

    /** Counts of what hangs on a search, and what was paid as candidates and the search itself count it. */
    private static Map<String, Object> graph(String search) {
        Map<String, String> open = session.addresses();
        try (Driver driver = GraphDatabase.driver(address(open), AuthTokens.basic("neo4j", password()))) {
            return driver.executableQuery("""
                            MATCH (d:Development {id: $id})
                            RETURN
                              d.spent AS spent, COUNT { (d)-[:FROM]->() } AS from, COUNT { (d)-[:PROPOSED]->() } AS proposed,
                              COUNT { (d)-[:TRIES]->() } AS tries, COUNT { (d)-[:TRIES]->()-[:MERGES]->() } AS merges,
                              COUNT { (d)-[:TRIES]->()-[:MADE_BY]->() } AS made, COUNT { (d)-[:ORDERED]->() } AS ordered,
                              COUNT { (d)-[:ORDERED]->()-[:ASKED]->() } AS asked, COUNT { (d)-[:CHOSE]->() } AS chose,
                              COLLECT { MATCH (d)-[:TRIES]->(c)-[:MADE_BY]->(a) RETURN [a.id, c.asked, c.solved]
                                        ORDER BY a.id } AS candidates""")
                    .withParameters(Map.of("id", search))
                    .execute()
                    .records()
                    .get(0)
                    .asMap();
        }
    }

    private static String address(Map<String, String> open) {
        return open.values().stream()
                .filter(each -> each.contains("bolt://"))
                .map(each -> each.replaceAll(".*(bolt://[^ ,]+).*", "$1"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(open.toString()));
    }

    private static String password() {
        try {
            return Files.readString(data().resolve("password"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SearchRecord record(String search) {
        return session.developments().read(new DevelopmentId(search));
    }

    private static int written(String search) {
        SearchRecord record = record(search);
        return record.proposals().size()
                + record.orders().size()
                + record.runs().size();
    }

    private static void begin(String name, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "develop",
                "start",
                name,
                "--base",
                "ciphers/seed",
                "--parent",
                "ciphers/specialist1",
                "--parent",
                "ciphers/specialist2",
                "--parent",
                "ciphers/specialist3",
                "--seed",
                "5"));
        Collections.addAll(words, options);
        eyrie(words.toArray(String[]::new));
    }

    private static void eyrie(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        CommandContext context = new CommandContext(
                terminal,
                InputStream.nullInputStream(),
                Map.of(),
                data(),
                new Neo4jOpener(),
                Clock.systemUTC(),
                new Interruption());
        assertThat(EyrieCommand.of(context).execute(arguments))
                .as(err.toString())
                .isZero();
    }

    private Process process(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Deyrie.neo4j.lib=" + System.getProperty("eyrie.neo4j.lib", ""),
                Main.class.getName()));
        Collections.addAll(command, arguments);
        command.addAll(List.of("--data", data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    /** A service in a process of its own over the database of this test. */
    private URI serve() throws Exception {
        Process service = process(
                Map.of("NEO4J_URI", address(session.addresses()), "NEO4J_PASSWORD", password()),
                "serve",
                "--port",
                "0");
        while (true) {
            Matcher page = PAGE.matcher(said());
            if (page.find()) {
                return URI.create(page.group(1));
            }
            assertThat(service.isAlive()).as(said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
