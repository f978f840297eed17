package org.eyrie.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Facts;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.TestDatabase;
import org.eyrie.store.query.SavedQuery.Parameter;
import org.eyrie.store.transaction.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SavedQueriesIT {

    private static final Map<String, Object> GAINS = Map.of("benchmarkId", "mmlu");

    private static SavedQueries queries =
            Neo4jStores.over(TestDatabase.driver(), TestDatabase.settings()).savedQueries();

    @BeforeAll
    static void aSmallFamily() {
        Neo4jStores stores = TestDatabase.emptyStores();
        queries = stores.savedQueries();
        stores.ports()
                .facts()
                .write(new Facts(
                        List.of(),
                        edges("b>a", "c>a", "d>c"),
                        List.of(),
                        List.of(score("a", "mmlu", .5), score("b", "mmlu", .75), score("c", "mmlu", .625))));
    }

    @Test
    void everyQueryHasATitleAndFindsItselfByName() {
        assertThat(queries.all()).hasSizeGreaterThanOrEqualTo(20).allSatisfy(query -> {
            assertThat(query.title()).isNotBlank();
            assertThat(queries.find(query.name())).contains(query);
        });
        assertThat(queries.find("explore/biggest-gains").orElseThrow().parameters())
                .containsExactly(new Parameter("benchmarkId", "null"));
    }

    @Test
    void scalarsComeAsTheyAreAndPathsAsMaps() {
        QueryResult result = queries.run("explore/biggest-gains", GAINS, 100);
        assertThat(result.columns()).containsExactly("child", "parent", "relation", "before", "after", "gain", "path");
        assertThat(result.truncated()).isFalse();
        assertThat(result.rows()).hasSize(2);
        List<?> first = result.rows().get(0);
        assertThat(first.subList(0, 6)).isEqualTo(List.of("b", "a", "finetune", .5, .75, .25));
        assertThat(first.get(6)).isInstanceOfSatisfying(Map.class, path -> {
            assertThat(path.get("kind")).isEqualTo("path");
            assertThat((List<?>) path.get("nodes")).hasSize(2).first().isInstanceOfSatisfying(Map.class, node -> {
                assertThat(node.get("labels")).isEqualTo(List.of("Model"));
                assertThat(node.get("properties")).isEqualTo(Map.of("id", "b"));
            });
            assertThat((List<?>) path.get("relationships")).singleElement().isInstanceOfSatisfying(Map.class, edge -> {
                assertThat(edge.get("type")).isEqualTo("DERIVED_FROM");
                assertThat(edge.get("from")).isNotEqualTo(edge.get("to"));
            });
        });
    }

    @Test
    void moreRowsThanAskedForAreCutAndSaidToBe() {
        QueryResult result = queries.run("explore/biggest-gains", GAINS, 1);
        assertThat(result.rows()).hasSize(1);
        assertThat(result.truncated()).isTrue();
        assertThat(queries.run("explore/biggest-gains", GAINS, 2).truncated()).isFalse();
    }

    @Test
    void missingAndStrangeParametersAreAllListed() {
        assertThatThrownBy(() -> queries.run("scores/best", Map.of("limit", 1, "model", "a"), 10))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> assertThat(refusal.faults())
                        .hasSize(2))
                .hasMessageContaining("benchmarkId: is missing")
                .hasMessageContaining("model: is no parameter");
    }

    @Test
    void aParameterOfTheWrongKindIsRefusedAsInput() {
        assertThatThrownBy(() -> queries.run("scores/best", Map.of("benchmarkId", "mmlu", "limit", "many"), 10))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> queries.run("scores/best", Map.of("benchmarkId", new Object(), "limit", 1), 10))
                .isInstanceOf(InvalidInputException.class);
        Map<String, Object> withNull = new HashMap<>(GAINS);
        withNull.put("limit", null);
        assertThatThrownBy(() -> queries.run("scores/best", withNull, 10)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsForExploringNeedsNoParametersAndTakesSome() {
        assertThat(queries.run("explore/biggest-gains", Map.of(), 100))
                .isEqualTo(queries.run("explore/biggest-gains", GAINS, 100));
        assertThat(queries.run("explore/biggest-gains", Map.of("benchmarkId", "none"), 100)
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> queries.run("explore/biggest-gains", Map.of("limit", 1), 10))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("limit: is no parameter");
    }

    @Test
    void anUnknownQueryIsRefusedAndTheKnownOnesListed() {
        for (String name : List.of("explore/nothing", "facts/write-models", "../migrations/V0001")) {
            assertThatThrownBy(() -> queries.run(name, Map.of(), 10))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("explore/biggest-gains");
        }
    }

    @Test
    void aQuestionCannotWrite() {
        Database database = new Database(TestDatabase.driver(), TestDatabase.settings());
        assertThatThrownBy(() -> database.read(work -> work.result("CREATE (:Model {id: 'intruder'})", Map.of())
                        .consume()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("read access mode");
    }
}
