package org.eyrie.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that an older program made, with facts as that wrote them, is brought up to date and loses nothing. */
@Tag("thorough")
class UpgradeIT {

    private static final ModelId CHILD = new ModelId("acme/child");
    private static final BenchmarkId QA = new BenchmarkId("QA");

    private Neo4jStores stores;

    @BeforeEach
    void start() {
        stores = TestDatabase.emptyStores();
    }

    @AfterEach
    void whateverHappenedTheSchemaIsThere() {
        TestDatabase.emptyStores();
        stores.migrate();
    }

    private static void backTo(String version) {
        for (String kind : List.of("CONSTRAINT", "INDEX")) {
            List<Map<String, Object>> names = TestDatabase.run(
                    kind.equals("CONSTRAINT")
                            ? "SHOW CONSTRAINTS YIELD name RETURN name"
                            : "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL"
                                    + " RETURN name");
            for (Map<String, Object> row : names) {
                String file = MigrationFiles.NAMES.stream()
                        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("__" + row.get("name") + "."))
                        .findFirst()
                        .orElse("V0000");
                if (file.substring(1, 5).compareTo(version) > 0) {
                    TestDatabase.run("DROP " + kind + " " + row.get("name"));
                }
            }
        }
        TestDatabase.run(
                "MATCH (migration:__Neo4jMigration) WHERE migration.version <> 'BASELINE' AND migration.version > '"
                        + version + "' DETACH DELETE migration");
        if (version.compareTo("0006") < 0) {
            TestDatabase.run("MATCH (ledger:Ledger) DELETE ledger");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0003", "0012"})
    void anOlderDatabaseIsBroughtUpToDateWithAllThatIsInIt(String version) {
        backTo(version);
        TestDatabase.run("CREATE (parent:Model {id: 'acme/parent'}), (child:Model {id: 'acme/child'}),"
                + " (child)-[:DERIVED_FROM {relation: 'finetune'}]->(parent), (qa:Benchmark {id: 'QA'}),"
                + " (parent)-[:EVALUATED_ON {score: 0.5}]->(qa),"
                + " (child)-[:PREDICTED {mean: 0.5, lower: 0.4, upper: 0.6, level: 0.9, fit: 'old'}]->(qa),"
                + " (:Fit {id: 'old', created_at: datetime('2025-01-01T00:00:00Z'), settings: '{}', seed: 1,"
                + " data_fingerprint: 'f', data_version: 0, log_likelihood: -1.0, stop_reason: 'CONVERGED'})");
        stores.migrate();
        Stores now = stores.ports();
        assertThat(now.lineage().ancestry(CHILD, 5)).hasSize(1);
        assertThat(now.scores().all()).hasSize(1);
        assertThat(now.fits().all()).extracting(fit -> fit.id()).containsExactly(new FitId("old"));
        assertThat(now.fits().predictions(CHILD)).hasSize(1);
        now.facts().write(Facts.evaluations(List.of(new Evaluation(CHILD, QA, 0.55, null, null, null, null, null))));
        assertThat(now.scores().all()).hasSize(2);
        assertThat(now.fits().hindsight()).isEmpty();
        assertThat(TestDatabase.run(
                        "SHOW CONSTRAINTS YIELD name WHERE NOT name CONTAINS '__Neo4jMigration' RETURN name"))
                .hasSize(15);
        assertThat(TestDatabase.run(
                        "MATCH (migration:__Neo4jMigration) WHERE migration.version <> 'BASELINE' RETURN migration"))
                .hasSize(MigrationFiles.NAMES.size());
    }
}
