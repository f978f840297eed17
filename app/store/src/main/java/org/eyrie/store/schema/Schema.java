package org.eyrie.store.schema;

import ac.simons.neo4j.migrations.core.MigrationChain;
import ac.simons.neo4j.migrations.core.MigrationChain.ChainBuilderMode;
import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import ac.simons.neo4j.migrations.core.ValidationResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.EyrieException;
import org.eyrie.model.SchemaTooNewException;
import org.eyrie.store.settings.Occupancy;
import org.eyrie.store.settings.StoreSettings;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.transaction.Failures;
import org.eyrie.store.transaction.Retries;
import org.eyrie.task.CancelledException;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/** Constraints and indexes, brought about by the files under {@code migrations/}. */
public final class Schema {

    /** How long another program may take to change the schema: many times what all files together take. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Driver driver;
    private final StoreSettings settings;
    private final Database database;
    private final Occupancy occupancy;
    private final Duration patience;
    private final String[] files;

    Schema(
            Driver driver,
            StoreSettings settings,
            Database database,
            Occupancy occupancy,
            Duration patience,
            String... files) {
        this.occupancy = occupancy;
        this.driver = driver;
        this.settings = settings;
        this.database = database;
        this.patience = patience;
        this.files = files;
    }

    /** The schema that the files of this program make. */
    public static Schema of(Driver driver, StoreSettings settings, Database database, Occupancy occupancy) {
        return new Schema(driver, settings, database, occupancy, PATIENCE, MigrationFiles.LOCATION);
    }

    /** Brings the database up to date where a look at it does not show that it is. */
    public void ensure() {
        SchemaSeal seal = new SchemaSeal(database);
        if (!seal.holds()) {
            migrate();
            try {
                seal.put();
            } catch (EyrieException notAllowed) {
                // who may only read can do without: the next one goes through the migrations again
            }
        }
    }

    /**
     * Brings the database up to date; calling it again changes nothing.
     *
     * @throws SchemaTooNewException if the database has migrations that this program does not know
     * @throws org.eyrie.model.StoreUnavailableException if the database does not answer
     */
    public void migrate() {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan(files)
                .withResourceScanner(new MigrationFiles())
                .withDatabase(settings.database())
                .withTransactionTimeout(settings.writeTimeout())
                .build();
        try {
            Migrations migrations = new Migrations(config, driver);
            new Retries(occupancy, settings.address()).run(() -> {
                bringUpToDateWithPatience(migrations);
                return true;
            });
        } catch (Neo4jException e) {
            throw new Failures(settings).inOurWords(e, settings.writeTimeout());
        } catch (MigrationsException e) {
            throw inOurWords(e);
        }
    }

    // A lock that outlives our patience belongs to a program that was killed: without this, one kill during the very
    // first start would lock everybody out of the database for good. Where nobody else can be at it, none is needed.
    private void bringUpToDateWithPatience(Migrations migrations) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        do {
            try {
                bringUpToDate(migrations);
                return;
            } catch (Neo4jException | MigrationsException e) {
                if (!MigrationLock.isHeldAccordingTo(e)) {
                    throw e;
                }
                if (!occupancy.alone() && !told) {
                    told = true;
                    occupancy
                            .progress()
                            .accept("Waiting for another program to make the schema, " + patience.toSeconds()
                                    + " s at most: it may have been killed");
                }
                pause();
            }
        } while (!occupancy.alone() && System.nanoTime() < deadline);
        database.change(work -> work.run(Statement.FORGET_LOCK, Map.of()));
        bringUpToDate(migrations);
    }

    private void bringUpToDate(Migrations migrations) {
        Set<String> known = versions(migrations.info(ChainBuilderMode.LOCAL));
        Set<String> applied = versions(migrations.info(ChainBuilderMode.REMOTE));
        refuseUnknown(known, applied);
        if (!applied.equals(known)) {
            migrations.apply();
        }
        refuseOther(migrations.validate());
    }

    private void refuseUnknown(Set<String> known, Set<String> applied) {
        List<String> unknown = applied.stream()
                .filter(version -> !known.contains(version))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new SchemaTooNewException("Neo4j at " + settings.address() + " was written by a newer version of"
                    + " Eyrie: it has the migrations " + String.join(", ", unknown) + ", which this version does not"
                    + " know. Use the newer version, or another database.");
        }
    }

    private void refuseOther(ValidationResult result) {
        if (!result.isValid()) {
            throw new SchemaTooNewException("The schema of Neo4j at " + settings.address() + " is not the one that this"
                    + " version of Eyrie makes (" + result.prettyPrint() + "). Use the version that made it, or another"
                    + " database.");
        }
    }

    private RuntimeException inOurWords(MigrationsException failure) {
        if (failure.getCause() instanceof Neo4jException cause) {
            return new Failures(settings).inOurWords(cause, settings.writeTimeout());
        }
        return new SchemaTooNewException(
                "The schema of Neo4j at " + settings.address() + " cannot be brought up to date: "
                        + failure.getMessage() + ". Use the version of Eyrie that made it, or another database.");
    }

    private static Set<String> versions(MigrationChain chain) {
        return chain.getElements().stream()
                .map(MigrationChain.Element::getVersion)
                .collect(Collectors.toSet());
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The schema was not brought up to date: the program was told to stop");
        }
    }
}
