package org.eyrie.server.stores;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eyrie.embedded.EmbeddedNeo4j;
import org.eyrie.model.BulkImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.Stores;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.RequestStore;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.query.SavedQueries;
import org.eyrie.store.settings.StatementListener;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/** A Neo4j that answers to a driver, wherever it runs. */
final class Neo4jSession implements Session {

    private final Driver driver;
    private final Neo4jStores neo4j;
    private final Map<String, String> addresses;
    private final Runnable afterwards;
    private final String name;
    private final @Nullable EmbeddedNeo4j own;

    /**
     * @param name what to call it
     * @param afterwards run once the driver is closed
     * @param own the database, where this process started it
     */
    Neo4jSession(
            Driver driver,
            Neo4jStores neo4j,
            String name,
            Map<String, String> addresses,
            Runnable afterwards,
            @Nullable EmbeddedNeo4j own) {
        this.own = own;
        this.driver = driver;
        this.neo4j = neo4j;
        this.name = name;
        this.addresses = addresses;
        this.afterwards = afterwards;
    }

    @Override
    public Stores stores() {
        return neo4j.ports();
    }

    @Override
    public DevelopmentLedger developments() {
        return neo4j.developments();
    }

    @Override
    public FinalsLedger finals() {
        return neo4j.finals();
    }

    @Override
    public OrderLedger orders() {
        return neo4j.orders();
    }

    @Override
    public AccessStore access() {
        return neo4j.access();
    }

    @Override
    public JobStore jobs() {
        return neo4j.jobs();
    }

    @Override
    public RequestStore requests() {
        return neo4j.requests();
    }

    @Override
    public Optional<SavedQueries> savedQueries() {
        return Optional.of(neo4j.savedQueries());
    }

    @Override
    public void listen(StatementListener listener) {
        neo4j.listen(listener);
    }

    @Override
    public Map<String, String> addresses() {
        return addresses;
    }

    @Override
    public Health health() {
        try {
            driver.verifyConnectivity();
            return new Health(true, name);
        } catch (Neo4jException | IllegalStateException e) {
            return new Health(false, name + ": " + e.getMessage());
        }
    }

    @Override
    public void whileNobodyWrites(Runnable work) {
        neo4j.whileNobodyWrites(work);
    }

    @Override
    public Optional<BulkImport> bulk(Provenance origin, Progress progress, Consumer<String> obstacle) {
        if (own == null) {
            return Session.super.bulk(origin, progress, obstacle);
        }
        Optional<BulkImport> begun = neo4j.bulk(origin, new EmbeddedLoader(own, neo4j::migrate, progress));
        if (begun.isEmpty()) {
            obstacle.accept("the database is not empty");
        }
        return begun;
    }

    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            afterwards.run();
        }
    }
}
