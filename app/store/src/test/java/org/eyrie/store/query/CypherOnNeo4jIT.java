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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
            "fits/hindsight",
            "fits/keep-hindsight",
            "fits/known",
            "fits/overtaken",
            "lineage/recipe",
            "lineage/methods-of-models",
            "lineage/names-of-numbers",
            "lineage/recipes-of-models",
            "scores/item-names",
            "scores/outcomes",
            "scores/overtaken",
            "scores/overtaken-of-models",
            "scores/outcomes-of-models");

    /** Of these the sample has nothing: no import wrote it, no search has that name, and no service ever ran over it. */
    private static final List<String> SILENT_FOLDERS =
            List.of("access/", "developments/", "history/", "jobs/", "requests/");

    @BeforeAll
    static void loadTheSample() {
        Neo4jStores stores = TestDatabase.emptyStores();
        if (Files.exists(SAMPLE)) {
            stores.ports().facts().write(new SampleGraph(SAMPLE).facts());
            SampleGraph.predictOneHalf(stores);
            SampleSearch.in(stores.developments(), stores.finals());
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

    @Test
    void searchesAreToldAsTheyWent() {
        Record leader = runAndRollBack("explore/leaders-of-searches").get(0);
        assertThat(leader.get("program").asString()).isEqualTo("base + .5 * sum(keep(taus, .3))");
        assertThat(leader.get("share").asDouble()).isEqualTo(.75);
        assertThat(leader.get("test").asDouble()).isEqualTo(.6);
        assertThat(leader.get("weights").asList()).hasSize(2);
        List<Record> spent = runAndRollBack("explore/what-a-search-spent");
        assertThat(spent)
                .extracting(row -> row.get("origin").asString() + " " + row.get("proposed") + " " + row.get("repeated")
                        + " " + row.get("refused") + " " + row.get("tried") + " " + row.get("items"))
                .containsExactly("mutation 3 1 0 2 8", "human 2 0 0 2 4", "llm 1 0 1 0 0");
        List<Record> operators = runAndRollBack("explore/which-operators-pay");
        assertThat(operators).extracting(row -> row.get("operator").asString()).containsExactly("sum", "keep", "tau");
        assertThat(operators.get(1).get("shareWith").asDouble()).isEqualTo(.75);
        assertThat(operators.get(1).get("shareWithout").asDouble()).isEqualTo(.375);
        Record family = runAndRollBack("explore/families-of-programs").get(0);
        assertThat(family.get("founder").asString()).isEqualTo("base + .5 * sum(taus)");
        assertThat(family.get("programs").asInt()).isEqualTo(2);
        assertThat(family.get("gain").asDouble()).isEqualTo(.25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lineage/ancestry",
                "lineage/descendants",
                "lineage/families",
                "lineage/lowest-common-ancestors",
                "scores/best-of-family"
            })
    void everyModelIsExpandedOnceHoweverManyWaysLeadToIt(String name) {
        try (Session session = TestDatabase.driver().session()) {
            Plan plan = session.run(
                            "EXPLAIN " + CypherFile.named(name).statement(), CypherFolder.sampleParameters(name))
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
