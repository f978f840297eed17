package org.eyrie.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.SchemaTooNewException;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.TestDatabase;
import org.eyrie.store.settings.Occupancy;
import org.eyrie.store.transaction.Database;
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
    void aSealHoldsUntilAnythingIsAddedTakenAwayOrEdited() {
        SchemaSeal seal = new SchemaSeal(new Database(TestDatabase.driver(), TestDatabase.settings()));
        assertThat(seal.holds()).isFalse();
        stores.migrate();
        assertThat(seal.holds()).isTrue();

        TestDatabase.run("CREATE (:__Neo4jMigration {version: '9999', checksum: '1'})");
        assertThat(seal.holds()).isFalse();
        forgetTheFuture();
        assertThat(seal.holds()).isTrue();

        Object original = Objects.requireNonNull(applied().get(0).get("checksum"));
        setChecksum("1234");
        assertThat(seal.holds()).isFalse();
        setChecksum(original);
        assertThat(seal.holds()).isTrue();

        TestDatabase.run("MATCH (ledger:Ledger {name: 'schema'}) SET ledger.seal = 'of another version'");
        assertThat(seal.holds()).isFalse();
        stores.migrate();
        assertThat(seal.holds()).isTrue();
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
    void aDatabaseOfANewerProgramIsRefusedAndLeftAlone(@TempDir Path folder) throws IOException {
        newerProgram(folder).migrate();
        try {
            assertThatThrownBy(stores::migrate)
                    .isInstanceOf(SchemaTooNewException.class)
                    .hasMessageContaining("9999")
                    .hasMessageContaining("newer version")
                    .hasMessageContaining(TestDatabase.address());
        } finally {
            forgetTheFuture();
        }
        stores.migrate();
    }

    @Test
    void aLockThatAKilledProgramLeftDoesNotLockEverybodyOut(@TempDir Path folder) throws IOException {
        TestDatabase.run("CREATE (:__Neo4jMigrationsLock {id: 'of a dead program', name: 'John Doe'})");
        List<String> told = new ArrayList<>();
        try {
            newerProgram(folder, Occupancy.others(false, told::add)).migrate();
            assertThat(told).singleElement().asString().contains("Waiting for another program");
            assertThat(applied()).anyMatch(migration -> "9999".equals(migration.get("version")));
            assertThat(TestDatabase.run("MATCH (lock:__Neo4jMigrationsLock) RETURN lock"))
                    .isEmpty();
        } finally {
            forgetTheFuture();
        }
    }

    @Test
    void aLockThatIsFoundInADatabaseOfOurOwnIsNotWaitedFor() {
        TestDatabase.run("CREATE (:__Neo4jMigrationsLock {id: 'of a dead program', name: 'John Doe'})");
        TestDatabase.run("MATCH (migration:__Neo4jMigration) WHERE migration.version <> 'BASELINE'"
                + " WITH migration ORDER BY migration.version DESC LIMIT 1 DETACH DELETE migration");
        long begin = System.nanoTime();
        Neo4jStores.over(TestDatabase.driver(), TestDatabase.settings(), Occupancy.ours(() -> true, false))
                .migrate();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(TestDatabase.run("MATCH (lock:__Neo4jMigrationsLock) RETURN lock"))
                .isEmpty();
    }

    @Test
    void theLibraryTellsOfAHeldLockInTheWordsThatAreWaitedFor() {
        TestDatabase.run("CREATE (:__Neo4jMigrationsLock {id: 'of another program', name: 'John Doe'})");
        try {
            MigrationsConfig config = MigrationsConfig.builder()
                    .withLocationsToScan(MigrationFiles.LOCATION)
                    .withResourceScanner(new MigrationFiles())
                    .build();
            assertThatThrownBy(() -> new Migrations(config, TestDatabase.driver()).apply())
                    .isInstanceOfSatisfying(
                            MigrationsException.class, refusal -> assertThat(MigrationLock.isHeldAccordingTo(refusal))
                                    .isTrue());
        } finally {
            TestDatabase.run("MATCH (lock:__Neo4jMigrationsLock) DELETE lock");
        }
    }

    @Test
    void aFileThatWasEditedAfterItsReleaseIsNoticed() {
        Object original = Objects.requireNonNull(applied().get(0).get("checksum"));
        setChecksum("1234");
        try {
            assertThatThrownBy(stores::migrate)
                    .isInstanceOf(SchemaTooNewException.class)
                    .hasMessageContaining(TestDatabase.address());
        } finally {
            setChecksum(original);
        }
        stores.migrate();
    }

    private static Schema newerProgram(Path folder) throws IOException {
        return newerProgram(folder, Occupancy.unknown());
    }

    private static Schema newerProgram(Path folder, Occupancy occupancy) throws IOException {
        Files.writeString(folder.resolve("V9999__From_the_future.cypher"), "RETURN 1;");
        Database database = new Database(TestDatabase.driver(), TestDatabase.settings());
        return new Schema(
                TestDatabase.driver(),
                TestDatabase.settings(),
                database,
                occupancy,
                Duration.ofSeconds(1),
                MigrationFiles.LOCATION,
                folder.toUri().toString());
    }

    private static void forgetTheFuture() {
        TestDatabase.run("MATCH (migration:__Neo4jMigration {version: '9999'}) DETACH DELETE migration");
    }

    private static void setChecksum(Object checksum) {
        TestDatabase.run(
                "MATCH (migration:__Neo4jMigration {version: '0001'}) SET migration.checksum = '" + checksum + "'");
    }

    private static List<Map<String, Object>> applied() {
        return TestDatabase.run(
                "MATCH (migration:__Neo4jMigration) WHERE migration.version <> 'BASELINE' RETURN migration.version AS version,"
                        + " migration.checksum AS checksum ORDER BY version");
    }
}
