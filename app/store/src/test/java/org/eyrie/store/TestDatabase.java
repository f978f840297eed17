package org.eyrie.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eyrie.store.settings.StoreSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** The one Neo4j of this test run, started by whoever needs it first and stopped with the JVM. */
public final class TestDatabase {

    public static final String PASSWORD = "eyrie-in-tests";

    private static final Neo4j SERVER = start();
    private static final Driver DRIVER = driver(SERVER.boltURI().toString());

    private TestDatabase() {}

    public static String address() {
        return SERVER.boltURI().toString();
    }

    public static Driver driver() {
        return DRIVER;
    }

    /** A driver that gives up soon. */
    public static Driver driver(String address) {
        return driver(address, AuthTokens.basic("neo4j", PASSWORD));
    }

    public static Driver driver(String address, AuthToken credentials) {
        Config config = Config.builder()
                .withConnectionTimeout(2, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(2, TimeUnit.SECONDS)
                .build();
        return GraphDatabase.driver(address, credentials, config);
    }

    public static StoreSettings settings() {
        return StoreSettings.of(address());
    }

    /** The stores over a database with the schema and nothing else. */
    public static Neo4jStores emptyStores() {
        run("MATCH (node) WHERE NOT node:__Neo4jMigration AND NOT node:__Neo4jMigrationsLock"
                + " CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS");
        Neo4jStores stores = Neo4jStores.over(DRIVER, settings());
        if (run("SHOW CONSTRAINTS YIELD name WHERE name = 'model_id_is_unique'").isEmpty()) {
            stores.migrate();
        }
        return stores;
    }

    /** Runs a statement in a transaction of its own, as a person would. */
    public static List<Map<String, Object>> run(String statement) {
        try (var session = DRIVER.session()) {
            return session.run(statement).list(row -> row.asMap());
        }
    }

    private static Neo4j start() {
        Neo4j server = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.auth_enabled, true)
                // Its in-memory transport does not get on with the newer netty of the driver.
                .withConfig(BoltConnectorInternalSettings.enable_local_connector, false)
                .build();
        server.databaseManagementService()
                .database("system")
                .executeTransactionally("ALTER USER neo4j SET PASSWORD '" + PASSWORD + "' CHANGE NOT REQUIRED");
        return server;
    }
}
