package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.export.Exporting;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.export.ExportPart;
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.GraphExport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** What is exported from a real Neo4j makes the same graph in an empty one. */
class ExportIT {

    private static final ModelId MIX = new ModelId("acme/mix \"é\"; x'");
    private static final ModelId BASE = new ModelId("acme/base");
    private static final BenchmarkId QA = new BenchmarkId("qa (acc, v1)");

    @TempDir
    private static Path folder = Path.of(".");

    private static Session session = Sample.empty();

    @BeforeAll
    static void start() {
        session = new Neo4jOpener().open(new DatabaseChoice(folder, null, "neo4j", "", false), line -> {});
    }

    @AfterAll
    static void stop() {
        session.close();
    }

    private static void fill() {
        session.stores()
                .facts()
                .write(new Facts(
                        List.of(new Model(
                                BASE,
                                new Traits(
                                        "Llama", 7.0, "chat", "bf16", true, false, LocalDate.of(2024, 1, 2), "a\nb; c"),
                                "ab12")),
                        List.of(new Derivation(MIX, BASE, Relation.MERGE, 0.25, "x.yml: \"y\"")),
                        List.of(new Benchmark(QA, 3, new EvaluationSetup("qa", "acc", null, "h", "1", 0, false))),
                        List.of(
                                new Evaluation(
                                        BASE,
                                        QA,
                                        1.0,
                                        3,
                                        0.01,
                                        new Outcomes("1-1", List.of("one", "it's two", "three")),
                                        "here",
                                        Instant.parse("2025-03-01T12:00:00.123456789Z")),
                                new Evaluation(MIX, QA, 0.5, null, null, null, null, null)),
                        List.of(new Recipe(MIX, "ties", "# kept;\r\nmodels: [] # , \n\n", "weights", null)),
                        null));
    }

    @Test
    void statementsMakeTheSameGraphAndRunningThemTwiceChangesNothing() throws Exception {
        fill();
        GraphExport before = graph();
        Path file = folder.resolveSibling(folder.getFileName() + ".cypher");
        eyrie("export", "cypher", "--out", file.toString());
        List<String> statements = List.of(Files.readString(file).split(";\n"));
        Files.delete(file);
        empty();
        run(statements);
        assertThat(graph()).isEqualTo(before);
        run(statements);
        assertThat(graph()).isEqualTo(before);
        assertThat(run(List.of("MATCH (n) WHERE n.recorded_at IS NULL RETURN labels(n) AS labels"))
                        .toString())
                .as("what came that way says so")
                .doesNotContain("Model", "Recipe");
    }

    @Test
    void tablesMakeTheSameGraphButForOutcomes() throws Exception {
        fill();
        GraphExport before = graph(false);
        Path tables = Files.createTempDirectory(folder.getParent(), "tables");
        eyrie("export", "csv", "--out", tables.toString());
        empty();
        String[] load = {
            "import", "leaderboard",
            "--models", tables.resolve("models.csv").toString(),
            "--benchmarks", tables.resolve("benchmarks.csv").toString(),
            "--edges", tables.resolve("edges.csv").toString(),
            "--scores", tables.resolve("scores.csv").toString(),
            "--recipes", tables.resolve("recipes.csv").toString(),
        };
        eyrie(load);
        assertThat(graph(false)).isEqualTo(before);
        long version = session.stores().facts().version();
        eyrie(load);
        assertThat(session.stores().facts().version()).isEqualTo(version);
    }

    private static GraphExport graph() {
        return graph(true);
    }

    private static GraphExport graph(boolean withItems) {
        ExportSource source = Exporting.everything(session.stores(), withItems, () -> {});
        List<ExportPart> parts = new ArrayList<>();
        source.parts().forEach(parts::add);
        return new GraphExport(
                parts.stream().flatMap(part -> part.models().stream()).toList(),
                parts.stream().flatMap(part -> part.derivations().stream()).toList(),
                source.benchmarks(),
                parts.stream().flatMap(ExportPart::evaluations).toList(),
                parts.stream().flatMap(part -> part.predictions().stream()).toList(),
                parts.stream().flatMap(part -> part.recipes().stream()).toList(),
                source.benchmarks().stream()
                        .map(Benchmark::id)
                        .filter(id -> !source.items(id).isEmpty())
                        .collect(Collectors.toMap(id -> id, source::items)));
    }

    private static void empty() {
        run(List.of("MATCH (n) WHERE n:Model OR n:Benchmark OR n:Recipe OR n:Item DETACH DELETE n"));
        assertThat(graph().models()).isEmpty();
    }

    private static List<Map<String, Object>> run(List<String> statements) {
        String[] address = String.valueOf(session.addresses().get("Neo4j")).split("\\s+", -1);
        try (Driver driver = GraphDatabase.driver(address[0], AuthTokens.basic(address[2], address[4]))) {
            List<Map<String, Object>> rows = List.of();
            for (String statement : statements) {
                rows = driver.executableQuery(statement).execute().records().stream()
                        .map(row -> row.asMap())
                        .toList();
            }
            return rows;
        }
    }

    private static void eyrie(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        CommandContext context = new CommandContext(
                new Terminal(print, print, false),
                InputStream.nullInputStream(),
                Map.of(),
                folder,
                new Neo4jOpener(),
                Clock.systemUTC(),
                new Interruption());
        assertThat(EyrieCommand.of(context).execute(arguments))
                .as(out.toString())
                .isZero();
    }
}
