package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is loaded whole makes the graph that transactions make, to the last property; real databases, real kills. */
@Tag("thorough")
class BulkImportIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06.789012Z"), ZoneOffset.UTC);

    private enum Moment {
        TOOL_BEGINS,
        STORE_BEGUN,
        REST_COPIED,
        RENAMED,
        IN_PLACE,
        STARTED
    }

    @TempDir
    private Path folder = Path.of(".");

    /** More than a batch, so that rows are met again in a later one. */
    @Test
    void theGraphIsThatOfTransactionsAndCanBeTakenBackAndGoneOnWith() throws Exception {
        Path lines = folder.resolve("facts.ndjson");
        LargeHub.write(lines, 3_000, 400, 2);
        Files.write(lines, oddities(), StandardOpenOption.APPEND);
        List<String> first = List.of("import", "ndjson", lines.toString());
        List<List<String>> further = List.of(
                List.of("import", "ndjson", later().toString()),
                List.of("forget", "--import", "2", "--yes"),
                List.of("forget", "--import", "1", "--yes"));
        theSame(whole(first, further), written(first, further));
    }

    @Test
    void theTablesOfTheSampleMakeTheSameGraph() throws Exception {
        List<String> first = new ArrayList<>(
                List.of("import", "leaderboard", "--recipes", recipes().toString()));
        for (String table : List.of("models", "edges", "scores")) {
            first.add("--" + table);
            first.add(Path.of(BulkImportIT.class
                            .getResource("/sample/" + table + ".csv")
                            .toURI())
                    .toString());
        }
        theSame(whole(first, List.of()), written(first, List.of()));
    }

    private static void theSame(List<List<String>> whole, List<List<String>> written) {
        for (int step = 0; step < written.size(); step++) {
            assertThat(whole.get(step)).containsExactlyElementsOf(written.get(step));
            assertThat(WholeGraph.hash(whole.get(step))).isEqualTo(WholeGraph.hash(written.get(step)));
        }
    }

    /** What is in the graph after each command, and what each said; the first one is loaded whole. */
    private List<List<String>> whole(List<String> first, List<List<String>> further) {
        List<String> bulk = new ArrayList<>(first);
        bulk.addAll(List.of("--bulk", "always"));
        String said = said("whole", 0, bulk.toArray(String[]::new));
        try (Session session = open("whole")) {
            List<List<String>> states = new ArrayList<>();
            states.add(state(session, said));
            further.forEach(command -> states.add(state(session, said("whole", 0, command.toArray(String[]::new)))));
            return states;
        }
    }

    /** The same with transactions alone. */
    private List<List<String>> written(List<String> first, List<List<String>> further) {
        try (Session session = open("written")) {
            List<List<String>> states = new ArrayList<>();
            states.add(state(session, said("written", 0, first.toArray(String[]::new))));
            further.forEach(command -> states.add(state(session, said("written", 0, command.toArray(String[]::new)))));
            return states;
        }
    }

    private static List<String> state(Session session, String said) {
        List<String> lines = new ArrayList<>(WholeGraph.lines(session));
        lines.add(said.replaceAll("rejected, .*", "rejected"));
        return lines;
    }

    private Session open(String name) {
        return new Neo4jOpener().open(new DatabaseChoice(folder.resolve(name), null, "neo4j", "", true), line -> {});
    }

    @Test
    void whoIsKilledLeavesNothingOrAllOfIt() throws Exception {
        Path lines = folder.resolve("facts.ndjson");
        LargeHub.write(lines, 3_000, 400, 2);
        Files.write(lines, twins(), StandardOpenOption.APPEND);
        said("undisturbed", 0, "import", "ndjson", lines.toString(), "--bulk", "always");
        List<String> all = lines("undisturbed");
        assertThat(all).anyMatch(line -> line.contains("Import") && line.contains("looks like odd/\\\"Snow\\\"; Owl"));
        List<String> none = lines("fresh");
        Map<Moment, Boolean> wholes = new EnumMap<>(Moment.class);
        for (Moment moment : Moment.values()) {
            Path data = folder.resolve("killed-" + moment);
            Process command = process(data, "import", "ndjson", lines.toString(), "--bulk", "always");
            await(moment, data, command);
            command.destroyForcibly().waitFor();
            List<String> left = lines("killed-" + moment);
            boolean whole = left.size() > none.size();
            wholes.put(moment, whole);
            assertThat(withoutTimes(left)).containsExactlyElementsOf(withoutTimes(whole ? all : none));
            assertThat(data.resolve("importing")).doesNotExist();
        }
        assertThat(wholes).containsEntry(Moment.TOOL_BEGINS, false).containsEntry(Moment.REST_COPIED, false);
        assertThat(wholes).containsEntry(Moment.RENAMED, true).containsEntry(Moment.IN_PLACE, true);
    }

    @Test
    void aDatabaseThatIsNotOursAloneOrNotEmptyIsWrittenInTransactions() throws Exception {
        Path lines = folder.resolve("facts.ndjson");
        LargeHub.write(lines, 200, 20, 2);
        try (Session serving = open("served")) {
            assertThat(said("served", 1, "import", "ndjson", lines.toString(), "--bulk", "always"))
                    .contains("not the embedded one of this command")
                    .contains("nothing was written");
            assertThat(serving.stores().facts().version()).isZero();
            assertThat(said("served", 0, "import", "ndjson", lines.toString())).contains("Import 1;");
        }
        assertThat(said("served", 1, "import", "ndjson", lines.toString(), "--bulk", "always"))
                .contains("is not empty");
    }

    private List<String> lines(String name) {
        try (Session session = open(name)) {
            return WholeGraph.lines(session);
        }
    }

    private String said(String name, int exit, String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        CommandContext context = new CommandContext(
                new Terminal(print, print, false),
                InputStream.nullInputStream(),
                Map.of(),
                folder.resolve(name),
                new Neo4jOpener(),
                CLOCK,
                new Interruption());
        assertThat(EyrieCommand.of(context).execute(arguments))
                .as(out.toString())
                .isEqualTo(exit);
        return out.toString();
    }

    private Process process(Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Deyrie.neo4j.lib=" + System.getProperty("eyrie.neo4j.lib", ""),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("EYRIE_LINGER", "0");
        return builder.start();
    }

    private static void await(Moment moment, Path data, Process command) throws InterruptedException {
        boolean renamed = false;
        while (command.isAlive()) {
            boolean building = Files.exists(data.resolve("importing/neo4j"));
            renamed |= Files.exists(data.resolve("restored"));
            boolean come =
                    switch (moment) {
                        case TOOL_BEGINS -> building;
                        case STORE_BEGUN -> Files.exists(data.resolve("importing/neo4j/data/databases/neo4j/neostore"));
                        case REST_COPIED -> Files.exists(data.resolve("importing/neo4j/data/databases/system"));
                        case RENAMED -> renamed;
                        case IN_PLACE -> renamed && !Files.exists(data.resolve("restored"));
                        case STARTED -> renamed && !Files.exists(data.resolve("importing"));
                    };
            if (come) {
                return;
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("["))
                .map(line -> line.replaceAll("DATE_TIME \\S+", "a time"))
                .toList();
    }

    /** Two new names that look alike, of which a note is made that the import keeps. */
    private static List<String> twins() {
        return List.of(
                "{\"kind\":\"edge\",\"child\":\"author-1/model-1\",\"parent\":\"odd/\\\"Snow\\\"; Owl\"}",
                "{\"kind\":\"edge\",\"child\":\"author-1/model-1\",\"parent\":\"odd/\\\"snow\\\"; owl\"}");
    }

    private static List<String> oddities() {
        return List.of(
                "{\"kind\":\"model\",\"id\":\"odd/\\\"quoted\\\", x\",\"license\":\"a\\nb; c\\r\\n\",\"moe\":true,"
                        + "\"chat_template\":false,\"revision\":\"é\\\\\",\"parameters\":1234567890123}",
                "{\"kind\":\"traits\",\"id\":\"hub/founder\",\"architecture\":\"other\",\"chat_template\":true}",
                "{\"kind\":\"model\",\"id\":\"author-1/model-1\",\"type\":\"merged\",\"parameters\":1e8}",
                "{\"kind\":\"edge\",\"child\":\"odd/stub\",\"parent\":\"odd/\\\"quoted\\\", x\",\"weight\":0.3,"
                        + "\"evidence\":\"a, \\\"b\\\"\\nc\"}",
                "{\"kind\":\"score\",\"model\":\"odd/stub\",\"benchmark\":\"task-1\",\"n_shot\":0,\"value\":0.1,"
                        + "\"stderr\":0.0123456789012345,\"items\":10,\"source\":\"here; \\\"there\\\"\","
                        + "\"measured_at\":\"2025-03-01T12:00:00.123456789Z\",\"task_version\":\"1\",\"harness\":\"h\"}",
                "{\"kind\":\"score\",\"model\":\"odd/stub\",\"benchmark\":\"whole\",\"value\":1}",
                "{\"kind\":\"item\",\"model\":\"odd/stub\",\"benchmark\":\"named\",\"item\":\"b\",\"value\":1}",
                "{\"kind\":\"item\",\"model\":\"odd/stub\",\"benchmark\":\"named\",\"item\":\"a\",\"value\":0}",
                "{\"kind\":\"item\",\"model\":\"hub/founder\",\"benchmark\":\"named\",\"item\":\"c\",\"value\":1}");
    }

    /** What an import in transactions makes of it afterwards: changes, of which it has to be known what was before. */
    private Path later() throws IOException {
        return Files.write(
                folder.resolve("later.ndjson"),
                List.of(
                        "{\"kind\":\"model\",\"id\":\"hub/founder\",\"type\":\"base\"}",
                        "{\"kind\":\"edge\",\"child\":\"odd/stub\",\"parent\":\"odd/\\\"quoted\\\", x\",\"weight\":0.4}",
                        "{\"kind\":\"score\",\"model\":\"odd/stub\",\"benchmark\":\"whole\",\"value\":0.25}",
                        "{\"kind\":\"score\",\"model\":\"new/one\",\"benchmark\":\"whole\",\"value\":0.5}"));
    }

    private Path recipes() throws IOException {
        return Files.write(
                folder.resolve("recipes.csv"),
                List.of(
                        "model,method,recipe,weight_rule,source",
                        "mlabonne/Beagle14-7B,slerp,\"merge_method: slerp",
                        "# a second line, \"\"quoted\"\"\",as given,",
                        "mlabonne/NeuralBeagle14-7B,ties,merge_method: ties,as given,here"));
    }
}
