package org.eyrie.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.SampleGraph;
import org.eyrie.store.TestDatabase;
import org.eyrie.store.statement.CypherFile;
import org.eyrie.store.statement.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.summary.Plan;

/** Every file under {@code cypher/} against a real database that holds the bundled sample. */
class CypherOnNeo4jIT {

    private static final Path SAMPLE = Path.of("../server/src/main/resources/sample");

    /** No rows by their nature: writes that answer nothing, and questions about what only a fit, a recipe or items bring. */
    private static final Set<String> SILENT = Set.of(
            "facts/lock",
            "facts/write-benchmarks",
            "facts/write-items",
            "facts/cycle-through",
            "fits/save",
            "fits/save-predictions",
            "fits/delete",
            "fits/find",
            "fits/known",
            "fits/overtaken",
            "lineage/recipe",
            "lineage/methods-of-models",
            "lineage/recipes-of-models",
            "scores/item-names",
            "scores/outcomes",
            "scores/overtaken",
            "scores/overtaken-of-models",
            "scores/outcomes-of-models");

    /** Of these the sample has nothing: no import wrote it, nobody searched in it, and nobody was given a token. */
    private static final List<String> SILENT_FOLDERS = List.of("access/", "developments/", "history/");

    @BeforeAll
    static void loadTheSample() {
        Neo4jStores stores = TestDatabase.emptyStores();
        if (Files.exists(SAMPLE)) {
            stores.ports().facts().write(new SampleGraph(SAMPLE).facts());
            SampleGraph.predictOneHalf(stores);
        }
    }

    static List<String> files() {
        return CypherFolder.names();
    }

    static List<String> filesThatDoNotCount() {
        return files().stream()
                .filter(name -> !name.equals("facts/next-version"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void neo4jCanPlanIt(String name) {
        try (Session session = TestDatabase.driver().session()) {
            String statement = "EXPLAIN " + CypherFile.named(name).statement();
            assertThat(session.run(statement, CypherFolder.sampleParameters(name))
                            .consume()
                            .hasPlan())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsSampleParametersFindSomethingInTheBundledSample(String name) {
        assumeTrue(Files.exists(SAMPLE), "The bundled sample is not there: " + SAMPLE);
        List<Record> rows = runAndRollBack(name);
        if (!SILENT.contains(name) && SILENT_FOLDERS.stream().noneMatch(name::startsWith)) {
            assertThat(rows).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("filesThatDoNotCount")
    void runningItTwiceGivesTheSameRowsInTheSameOrder(String name) {
        assumeTrue(Files.exists(SAMPLE), "The bundled sample is not there: " + SAMPLE);
        assertThat(runAndRollBack(name)).isEqualTo(runAndRollBack(name));
    }

    @Test
    void exploringGivesPathsForNeo4jBrowserToDraw() {
        for (String name : CypherFolder.names("explore")) {
            assertThat(CypherHeader.read(CypherFile.named(name)).returns())
                    .as(name)
                    .containsAnyOf("path", "children");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANCESTRY", "DESCENDANTS", "FAMILIES", "LOWEST_COMMON_ANCESTORS", "BEST_OF_FAMILY"})
    void everyModelIsExpandedOnceHoweverManyWaysLeadToIt(Statement statement) {
        try (Session session = TestDatabase.driver().session()) {
            Plan plan = session.run("EXPLAIN " + statement.text(), CypherFolder.sampleParameters(statement.file()))
                    .consume()
                    .plan();
            Set<String> operators = new HashSet<>();
            collect(plan, operators);
            assertThat(operators).anyMatch(operator -> operator.startsWith("VarLengthExpand(Pruning,BFS"));
            assertThat(operators).noneMatch(operator -> operator.startsWith("VarLengthExpand(All"));
        }
    }

    private static void collect(Plan plan, Set<String> operators) {
        operators.add(plan.operatorType());
        plan.children().forEach(child -> collect(child, operators));
    }

    private static List<Record> runAndRollBack(String name) {
        try (Session session = TestDatabase.driver().session();
                Transaction transaction = session.beginTransaction()) {
            return transaction
                    .run(CypherFile.named(name).statement(), CypherFolder.sampleParameters(name))
                    .list();
        }
    }
}
