package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.rest.MalformedRequests;
import org.eyrie.server.rest.Service;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to an answer over HTTP, with the real embedded Neo4j; one start serves all steps. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

    private static final String MERGE = "mlabonne/Beagle14-7B";

    @TempDir
    private static Path folder = Path.of(".");

    private static Session session = Sample.empty();
    private static Service service;

    @BeforeAll
    static void start() {
        session = new Neo4jOpener().open(new DatabaseChoice(folder, null, "neo4j", "", false), line -> {});
        service = Service.start(session, Clock.systemUTC(), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        service.close();
        session.close();
    }

    private static String eyrie(int expectedExitCode, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        CommandContext context = new CommandContext(
                terminal,
                InputStream.nullInputStream(),
                Map.of(),
                folder,
                new Neo4jOpener(),
                Clock.systemUTC(),
                new Interruption());
        int exitCode = EyrieCommand.of(context).execute(arguments);
        assertThat(exitCode).as(err.toString()).isEqualTo(expectedExitCode);
        return out + err.toString();
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri().resolve(path)).build());
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(body);
    }

    private static Path sample(String name) throws Exception {
        URI file = EndToEndIT.class.getResource("/sample/" + name).toURI();
        return Path.of(file);
    }

    @Test
    @Order(1)
    void commandsUseTheDatabaseThatTheServiceRuns() throws Exception {
        String report = eyrie(
                0,
                "import",
                "leaderboard",
                "--models",
                sample("models.csv").toString(),
                "--edges",
                sample("edges.csv").toString(),
                "--scores",
                sample("scores.csv").toString());
        assertThat(report).contains("derivations");
        assertThat(eyrie(0, "fit")).contains("log-likelihood");
    }

    @Test
    @Order(2)
    void aSecondServiceOnTheSameFolderIsRefused() {
        DatabaseChoice alone = new DatabaseChoice(folder, null, "neo4j", "", false);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Neo4jOpener().open(alone, line -> {}))
                .isInstanceOf(DataFolderInUseException.class);
    }

    @Test
    @Order(3)
    void aPredictionComesOutOfTheGraphWithItsEvidence() throws Exception {
        JsonNode cells = get("/api/v1/predictions?leaveOut=true&id=" + MERGE);
        JsonNode arc = cells.get(0);
        assertThat(arc.get("benchmark").asText()).startsWith("ARC");
        assertThat(arc.get("predicted").get("mean").asDouble())
                .isCloseTo(arc.get("measured").asDouble(), org.assertj.core.api.Assertions.within(0.1));
        assertThat(arc.get("evidence").get("relativesMeasured").asInt()).isPositive();
        assertThat(arc.get("warnings")).isEmpty();
    }

    @Test
    @Order(4)
    void lineageFamiliesAndPlansAreAnswered() throws Exception {
        assertThat(get("/api/v1/ancestors?id=" + MERGE)).isNotEmpty();
        assertThat(get("/api/v1/families?limit=3").get("items")).hasSize(3);
        assertThat(eyrie(0, "what-if", "--parent", MERGE, "--format", "csv")).contains("p_beats_best_parent");
        assertThat(eyrie(0, "lineage", "--model", MERGE)).contains("└─ merge");
    }

    @Test
    @Order(5)
    void aSavedQueryIsAskedByName() throws Exception {
        JsonNode queries = get("/api/v1/queries");
        assertThat(queries.findValuesAsText("name")).contains("scores/coverage");
        JsonNode answer = send(HttpRequest.newBuilder(service.uri().resolve("/api/v1/queries/scores/coverage"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(answer.get("rows")).isNotEmpty();
    }

    @Test
    @Order(7)
    void fromAFewItemsAWholeBenchmarkIsForetoldOutOfTheGraph() throws Exception {
        List<String> lines = new ArrayList<>(List.of("model,outcomes"));
        List<String> outcomes = SampleItems.outcomes();
        for (int u = 0; u < outcomes.size(); u++) {
            lines.add(SampleItems.id(u) + "," + outcomes.get(u));
        }
        Path file = Files.write(folder.resolve("riddles.csv"), lines);
        eyrie(0, "import", "instances", "--benchmark", "Riddles", file.toString());
        eyrie(0, "fit");
        String body =
                "{\"model\": \"%s\", \"benchmark\": \"Riddles\", \"observed\": [{\"item\": 3, \"correct\": true}]}";
        JsonNode answer = send(HttpRequest.newBuilder(service.uri().resolve("/api/v1/items"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.formatted(MERGE)))
                .build());
        assertThat(answer.get("items")).hasSize(SampleItems.ITEMS);
        assertThat(answer.get("evidence").get("itemsObserved").asInt()).isEqualTo(1);
        assertThat(eyrie(0, "next-items", SampleItems.id(1), "--benchmark", "Riddles"))
                .contains("Now:");
    }

    @Test
    @Order(6)
    void theHealthTellsOfTheDatabase() throws Exception {
        assertThat(get("/health").get("status").asText()).isEqualTo("UP");
        assertThat(get("/health")
                        .get("details")
                        .get("database")
                        .get("details")
                        .get("detail")
                        .asText())
                .contains("bolt://");
        assertThat(eyrie(0, "doctor")).contains("up to date");
    }

    @Test
    @Order(7)
    void thePythonClientWorksAgainstIt() throws Exception {
        Path client = Path.of("../python").toAbsolutePath().normalize();
        Process tests;
        try {
            ProcessBuilder python = new ProcessBuilder("python3", "-m", "unittest", "discover", "-s", "tests")
                    .directory(client.toFile())
                    .redirectErrorStream(true);
            python.environment()
                    .putAll(Map.of(
                            "EYRIE_URL",
                            service.uri().toString(),
                            "EYRIE_REQUIRE_SERVICE",
                            "1",
                            "PYTHONDONTWRITEBYTECODE",
                            "1",
                            "PYTHONPATH",
                            client.resolve("src").toString()));
            tests = python.start();
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: the tests of the Python client need python3, which is not here");
            return;
        }
        tests.getOutputStream().close();
        String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tests.waitFor()).as(output).isZero();
        assertThat(output).contains("OK").doesNotContain("skipped");
    }

    @Test
    @Order(8)
    void aRecipeIsANodeThatPeopleFindInTheGraph() throws Exception {
        Path recipe = Files.writeString(
                folder.resolveSibling("recipe-of-the-end-to-end-test.yml"),
                "# word for word\nmerge_method: linear\nmodels:\n  - model: " + MERGE
                        + "\n    parameters: {weight: 1}\n");
        try {
            eyrie(0, "import", "mergekit", recipe.toString(), "--model-id", "end/to-end");
        } finally {
            Files.delete(recipe);
        }
        JsonNode answer =
                send(HttpRequest.newBuilder(service.uri().resolve("/api/v1/queries/explore/how-a-merge-was-made"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"modelId\": \"end/to-end\"}"))
                        .build());
        assertThat(answer.get("rows").toString()).contains("# word for word", "recipe-of-the-end-to-end-test.yml");
    }

    @Test
    @Order(9)
    void whateverAClientSendsIsNeverAFailureOfTheService() throws Exception {
        Path facts = Files.write(
                folder.resolve("facts.ndjson"),
                List.of(
                        "{\"kind\":\"edge\",\"child\":\"" + Sample.MIX + "\",\"parent\":\"" + MERGE
                                + "\",\"relation\":\"finetune\"}",
                        "{\"kind\":\"score\",\"model\":\"" + MERGE + "\",\"benchmark\":\"QA\",\"value\":0.4}"));
        eyrie(0, "import", "ndjson", facts.toString());
        eyrie(0, "fit");
        MalformedRequests.sendAllTo(service.uri());
    }
}
