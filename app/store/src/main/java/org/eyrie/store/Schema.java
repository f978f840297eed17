package org.eyrie.store;

import ac.simons.neo4j.migrations.core.MigrationChain;
import ac.simons.neo4j.migrations.core.MigrationChain.ChainBuilderMode;
import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.util.List;
import org.eyrie.model.SchemaTooNewException;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/** Constraints and indexes, brought about by the files under {@code migrations/}. */
final class Schema {

    static final String FILES = "classpath:org/eyrie/store/migrations";

    private final Driver driver;
    private final StoreSettings settings;
    private final String[] files;

    Schema(Driver driver, StoreSettings settings) {
        this(driver, settings, FILES);
    }

    Schema(Driver driver, StoreSettings settings, String... files) {
        this.driver = driver;
        this.settings = settings;
        this.files = files;
    }

    void migrate() {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan(files)
                .withDatabase(settings.database())
                .withTransactionTimeout(settings.writeTimeout())
                .build();
        Migrations migrations = new Migrations(config, driver);
        try {
            refuseUnknown(migrations);
            migrations.apply();
        } catch (Neo4jException e) {
            throw new Failures(settings).inOurWords(e, settings.writeTimeout());
        } catch (MigrationsException e) {
            throw new SchemaTooNewException("The schema of Neo4j at " + settings.address()
                    + " is not one that this version of Eyrie made (" + e.getMessage()
                    + "). Use the version that made it, or another database.");
        }
    }

    private void refuseUnknown(Migrations migrations) {
        List<String> known = versions(migrations.info(ChainBuilderMode.LOCAL));
        List<String> unknown = versions(migrations.info(ChainBuilderMode.REMOTE)).stream()
                .filter(version -> !known.contains(version))
                .toList();
        if (!unknown.isEmpty()) {
            throw new SchemaTooNewException("Neo4j at " + settings.address() + " was written by a newer version of"
                    + " Eyrie: it has the migrations " + String.join(", ", unknown) + ", this version ends at "
                    + known.get(known.size() - 1) + ". Use the newer version, or another database.");
        }
    }

    private static List<String> versions(MigrationChain chain) {
        return chain.getElements().stream()
                .map(MigrationChain.Element::getVersion)
                .toList();
    }
}
