package org.eyrie.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.edge;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.PastImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.TestDatabase;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of taking back, on a real database: nothing is lost, nothing is left over, whoever is killed when. */
@Tag("thorough")
class TakingBackIT {

    private static final Instant NOON = Instant.parse("2025-05-05T12:00:00Z");

    private final Neo4jStores stores = TestDatabase.emptyStores();
    private final HistoryStore history = stores.ports().history();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takingTheLastImportBackIsAsIfItHadNeverBeen(long seed) {
        Random random = new Random(seed);
        write("a", random, 4);
        List<String> before = graph();
        long second = write("b", random, 4);
        assertThat(graph()).isNotEqualTo(before);
        history.undo(second, false);
        assertThat(graph()).isEqualTo(before);
        assertThat(left("Before", "import", second)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void takingAllImportsBackInAnyOrderLeavesNothing(long seed) {
        Random random = new Random(seed);
        List<Long> imports = new ArrayList<>();
        for (String source : List.of("a", "b", "c", "d")) {
            imports.add(write(source, random, 3));
        }
        java.util.Collections.shuffle(imports, random);
        for (long number : imports) {
            history.undo(number, false);
        }
        assertThat(graph()).isEmpty();
        assertThat(TestDatabase.run("MATCH (before:Before) RETURN before")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void takingOneOutOfTheMiddleAndThenTheLastIsAsIfNeitherHadBeen(long seed) {
        Random random = new Random(seed);
        write("a", random, 4);
        List<String> before = graph();
        long second = write("b", random, 3);
        long third = write("c", random, 3);
        history.undo(second, false);
        history.undo(third, false);
        assertThat(graph()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void whoeverIsKilledWhileTakingBackLosesAndDoublesNothing(int parts) {
        Random random = new Random(31);
        write("a", random, 4);
        List<String> before = graph();
        long second = write("b", random, 4);
        Database database = new Database(TestDatabase.driver(), TestDatabase.settings());
        database.change(work -> work.run(Statement.IMPORT_STATE, Map.of("number", second, "state", "undoing")));
        for (int part = 0; part < parts; part++) {
            database.write(work -> new TakingBack(work, second).next());
        }
        assertThat(history.find(second).orElseThrow().state()).isEqualTo(PastImport.State.UNDOING);
        history.undo(second, false);
        assertThat(graph()).isEqualTo(before);
    }

    @Test
    void aDryRunChangesNothingAndForetellsTheRealOne() {
        Random random = new Random(41);
        write("a", random, 4);
        long second = write("b", random, 4);
        List<String> before = graph();
        var foretold = history.undo(second, true);
        assertThat(graph()).isEqualTo(before);
        assertThat(history.undo(second, false).withDryRun(true)).isEqualTo(foretold);
    }

    @Test
    void aWriteThatIsRefusedLeavesNoImportAndNothingKept() {
        facts("a", Facts.derivations(List.of(edge("x/a", "x/b"))));
        UUID run = UUID.randomUUID();
        Facts cycle = Facts.derivations(List.of(edge("x/b", "x/a"), edge("x/a", "x/b", Relation.MERGE)));
        assertThatExceptionOfType(LineageCycleException.class)
                .isThrownBy(() -> stores.ports().facts().write(cycle.from(new Provenance("bad", NOON, run))));
        assertThat(history.imports(Long.MAX_VALUE, 5)).hasSize(1);
        assertThat(TestDatabase.run("MATCH (before:Before) RETURN before")).isEmpty();
        assertThat(stores.ports().facts().end(run, NOON, List.of())).isEmpty();
    }

    @Test
    void whatIsCreatedCostsNoFurtherNodes() {
        List<Evaluation> scores = new ArrayList<>();
        for (int each = 0; each < 200; each++) {
            scores.add(score("x/m" + each, "QA", each / 200.0));
        }
        facts("a", Facts.evaluations(scores));
        assertThat(TestDatabase.run("MATCH (node) WHERE node:Before OR node:Import RETURN node"))
                .hasSize(1);
    }

    @Test
    void predictionsGoWithTheirModelAndTheFitIsStale() {
        long first = facts("a", Facts.evaluations(List.of(score("x/a", "QA", .5))));
        TestDatabase.run(
                "MATCH (m:Model {id: 'x/a'}), (b:Benchmark) CREATE (m)-[:PREDICTED {mean: 0.5, fit: 'f'}]->(b)");
        long version = stores.ports().facts().version();
        assertThat(history.undo(first, false).predictions()).isEqualTo(1);
        assertThat(stores.ports().facts().version()).isGreaterThan(version);
        assertThat(TestDatabase.run("MATCH ()-[prediction:PREDICTED]->() RETURN prediction"))
                .isEmpty();
    }

    private long write(String source, Random random, int batches) {
        UUID run = UUID.randomUUID();
        for (int batch = 0; batch < batches; batch++) {
            stores.ports().facts().write(random(random).from(new Provenance(source, NOON, run)));
        }
        return stores.ports().facts().end(run, NOON, List.of()).orElseThrow();
    }

    private long facts(String source, Facts facts) {
        UUID run = UUID.randomUUID();
        stores.ports().facts().write(facts.from(new Provenance(source, NOON, run)));
        return stores.ports().facts().end(run, NOON, List.of()).orElseThrow();
    }

    private static Facts random(Random random) {
        List<Model> models = new ArrayList<>();
        List<Derivation> edges = new ArrayList<>();
        List<Evaluation> scores = new ArrayList<>();
        List<Recipe> recipes = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            int child = 1 + random.nextInt(7);
            models.add(new Model(
                    id(random.nextInt(8)),
                    new Traits(word(random), number(random), word(random), null, null, null, null, null),
                    word(random)));
            edges.add(new Derivation(
                    id(child),
                    id(random.nextInt(child)),
                    random.nextBoolean() ? Relation.MERGE : Relation.UNKNOWN,
                    share(random),
                    word(random)));
            scores.add(evaluation(random));
            recipes.add(new Recipe(
                    id(random.nextInt(8)), "m" + random.nextInt(3), "t" + random.nextInt(3), "r", word(random)));
        }
        Benchmark known =
                new Benchmark(benchmark("b" + random.nextInt(3)), 4 + random.nextInt(9), EvaluationSetup.UNKNOWN);
        return new Facts(models, edges, List.of(known), scores, recipes, null);
    }

    private static Evaluation evaluation(Random random) {
        int from = random.nextInt(6);
        int items = 1 + random.nextInt(5);
        StringBuilder outcomes = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int item = from; item < from + items; item++) {
            outcomes.append(random.nextBoolean() ? '1' : '0');
            names.add("i" + item);
        }
        double share = outcomes.chars().filter(each -> each == '1').count() / (double) items;
        boolean itemwise = random.nextBoolean();
        return new Evaluation(
                id(random.nextInt(8)),
                benchmark("b" + random.nextInt(3)),
                itemwise ? share : random.nextInt(5) / 5.0,
                itemwise || random.nextBoolean() ? items : null,
                share(random),
                itemwise ? new Outcomes(outcomes.toString(), names) : null,
                word(random),
                random.nextBoolean() ? NOON.plusSeconds(random.nextInt(3)) : null);
    }

    private static ModelId id(int number) {
        return model("x/m" + number);
    }

    private static @Nullable String word(Random random) {
        return random.nextInt(3) == 0 ? null : "w" + random.nextInt(3);
    }

    private static @Nullable Double number(Random random) {
        return random.nextInt(3) == 0 ? null : 1.0 + random.nextInt(3);
    }

    private static @Nullable Double share(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextInt(5) / 5.0;
    }

    /** Every fact with all of its properties, but for the number that says that nobody brought it. */
    private static List<String> graph() {
        List<String> facts = new ArrayList<>();
        TestDatabase.run("MATCH (node) WHERE node:Model OR node:Benchmark OR node:Recipe OR node:Item"
                        + " RETURN labels(node) AS what, '' AS one, '' AS other, properties(node) AS is")
                .forEach(row -> facts.add(words(row)));
        TestDatabase.run("MATCH (one)-[edge:DERIVED_FROM|EVALUATED_ON|MADE_BY|HAS_ITEM]->(other)"
                        + " RETURN type(edge) AS what, coalesce(one.id, one.key) AS one,"
                        + " coalesce(other.id, other.model, other.key) AS other, properties(edge) AS is")
                .forEach(row -> facts.add(words(row)));
        facts.sort(Comparator.naturalOrder());
        return facts;
    }

    private static String words(Map<String, Object> row) {
        Map<Object, Object> sorted = new TreeMap<>((Map<?, ?>) row.get("is"));
        Map<String, Object> all = new LinkedHashMap<>(row);
        all.put("is", sorted);
        return all.toString();
    }

    private static long left(String label, String property, long number) {
        return TestDatabase.run("MATCH (node:" + label + " {" + property + ": " + number + "}) RETURN node")
                .size();
    }
}
