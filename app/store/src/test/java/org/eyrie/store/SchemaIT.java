package org.eyrie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.model.SchemaTooNewException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaIT {

    private Neo4jStores stores;

    @BeforeEach
    void start() {
        stores = TestDatabase.emptyStores();
    }

    @Test
    void migratingAgainChangesNothing() {
        List<Map<String, Object>> before = applied();
        stores.migrate();
        assertThat(applied()).isEqualTo(before).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everyConstraintAndIndexHasTheNameOfItsMigration() {
        List<Object> names = TestDatabase.run("SHOW CONSTRAINTS YIELD name, ownedIndex RETURN name").stream()
                .map(row -> row.get("name"))
                .toList();
        assertThat(names)
                .contains("model_id_is_unique", "benchmark_id_is_unique", "fit_id_is_unique", "ledger_name_is_unique");
        assertThat(TestDatabase.run("SHOW INDEXES YIELD name WHERE name = 'predictions_are_found_by_their_fit'"))
                .hasSize(1);
    }

    @Test
    void aDatabaseOfANewerProgramIsRefusedAndLeftAlone(@TempDir Path newer) throws IOException {
        Path migration = newer.resolve("V9999__From_the_future.cypher");
        Files.writeString(migration, "RETURN 1;");
        new Schema(
                        TestDatabase.driver(),
                        TestDatabase.settings(),
                        Schema.FILES,
                        newer.toUri().toString())
                .migrate();
        try {
            assertThatThrownBy(stores::migrate)
                    .isInstanceOf(SchemaTooNewException.class)
                    .hasMessageContaining("9999")
                    .hasMessageContaining("newer version")
                    .hasMessageContaining(TestDatabase.address());
        } finally {
            TestDatabase.run("MATCH (migration:__Neo4jMigration {version: '9999'}) DETACH DELETE migration");
        }
        stores.migrate();
    }

    private static List<Map<String, Object>> applied() {
        return TestDatabase.run("MATCH (migration:__Neo4jMigration) RETURN migration.version AS version,"
                + " migration.checksum AS checksum ORDER BY version");
    }
}
