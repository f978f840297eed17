package org.eyrie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where facts came from, as a person in Neo4j Browser sees it. */
class ProvenanceIT {

    private static final Instant MONDAY = Instant.parse("2025-03-03T08:00:01Z");
    private static final Instant TUESDAY = Instant.parse("2025-03-04T08:00:01Z");

    private final Neo4jStores stores = TestDatabase.emptyStores();

    @BeforeEach
    void writeOnMonday() {
        stores.ports().facts().write(facts(.5).from(new Provenance("monday.ndjson", MONDAY)));
    }

    @Test
    void everyKindOfFactSaysWhatItWasReadFromAndWhen() {
        assertThat(rows("MATCH (thing:Model {id: 'a/mix'})")).containsExactly(seen("monday.ndjson", MONDAY));
        assertThat(rows("MATCH ()-[thing:DERIVED_FROM]->()")).containsExactly(seen("monday.ndjson", MONDAY));
        assertThat(rows("MATCH ()-[thing:EVALUATED_ON]->()")).containsExactly(seen("monday.ndjson", MONDAY));
        assertThat(rows("MATCH (:Model)-[:MADE_BY]->(thing:Recipe)")).containsExactly(seen("monday.ndjson", MONDAY));
    }

    @Test
    void whatAFactSaysOfItsOwnOriginStaysBesideIt() {
        assertThat(TestDatabase.run("MATCH (mix:Model {id: 'a/mix'})-[edge:DERIVED_FROM]->()"
                        + " MATCH (mix)-[score:EVALUATED_ON]->() RETURN mix.revision AS revision, edge.evidence AS evidence,"
                        + " score.source AS source, score.measured_at AS measured"))
                .first()
                .satisfies(row -> assertThat(row)
                        .containsEntry("revision", "ab12")
                        .containsEntry("evidence", "mergekit_config.yml: slerp, merged at cd34")
                        .containsEntry("source", "lm-eval")
                        .extractingByKey("measured")
                        .extracting(time -> ((ZonedDateTime) time).toInstant())
                        .isEqualTo(Instant.EPOCH));
    }

    @Test
    void aFactIsOfWhoeverChangedItLast() {
        stores.ports().facts().write(facts(.5).from(new Provenance("tuesday.ndjson", TUESDAY)));
        assertThat(rows("MATCH ()-[thing:EVALUATED_ON]->()")).containsExactly(seen("monday.ndjson", MONDAY));
        stores.ports().facts().write(facts(.6).from(new Provenance("tuesday.ndjson", TUESDAY)));
        assertThat(rows("MATCH ()-[thing:EVALUATED_ON]->()")).containsExactly(seen("tuesday.ndjson", TUESDAY));
        assertThat(rows("MATCH ()-[thing:DERIVED_FROM]->()")).containsExactly(seen("monday.ndjson", MONDAY));
    }

    private static Facts facts(double score) {
        return new Facts(
                List.of(new Model(model("a/mix"), Traits.UNKNOWN, "ab12")),
                List.of(new Derivation(
                        model("a/mix"),
                        model("a/base"),
                        Relation.MERGE,
                        .5,
                        "mergekit_config.yml: slerp, merged at cd34")),
                List.of(),
                List.of(new Evaluation(
                        model("a/mix"), benchmark("QA"), score, null, null, null, "lm-eval", Instant.EPOCH)),
                List.of(new Recipe(model("a/mix"), "slerp", "merge_method: slerp", "t", null)),
                null);
    }

    private static List<Map<String, Object>> rows(String match) {
        return TestDatabase.run(match + " RETURN thing.recorded_from AS from, toString(thing.recorded_at) AS at");
    }

    private static Map<String, Object> seen(String from, Instant at) {
        return Map.of("from", from, "at", at.toString());
    }
}
