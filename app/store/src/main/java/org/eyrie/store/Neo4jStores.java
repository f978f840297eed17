package org.eyrie.store;

import java.util.Optional;
import org.eyrie.model.BulkImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.SchemaTooNewException;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.model.Stores;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.RequestStore;
import org.eyrie.store.bulk.Neo4jBulkImport;
import org.eyrie.store.development.Neo4jDevelopmentLedger;
import org.eyrie.store.development.Neo4jFinalsLedger;
import org.eyrie.store.development.Neo4jOrderLedger;
import org.eyrie.store.port.Neo4jAccessStore;
import org.eyrie.store.port.Neo4jFactStore;
import org.eyrie.store.port.Neo4jFitStore;
import org.eyrie.store.port.Neo4jHistoryStore;
import org.eyrie.store.port.Neo4jJobStore;
import org.eyrie.store.port.Neo4jLineageStore;
import org.eyrie.store.port.Neo4jRecipeStore;
import org.eyrie.store.port.Neo4jRequestStore;
import org.eyrie.store.port.Neo4jScoreStore;
import org.eyrie.store.query.SavedQueries;
import org.eyrie.store.schema.Schema;
import org.eyrie.store.settings.BulkLoader;
import org.eyrie.store.settings.Occupancy;
import org.eyrie.store.settings.StatementListener;
import org.eyrie.store.settings.StoreSettings;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.write.Quiet;
import org.neo4j.driver.Driver;

/**
 * The ports over one Neo4j database, 5.26 or newer. Safe for many threads, as the driver is.
 *
 * <p>A transaction that fails for a passing reason is tried again for as long as the driver's
 * {@code maxTransactionRetryTime} says, 30 s unless configured otherwise; only then is the store unavailable.
 */
public final class Neo4jStores {

    private final Database database;
    private final Schema schema;
    private final Stores ports;
    private final DevelopmentLedger developments;
    private final FinalsLedger finals;
    private final OrderLedger orders;
    private final SavedQueries savedQueries;
    private final AccessStore access;
    private final JobStore jobs;
    private final RequestStore requests;
    private final Quiet quiet;

    private Neo4jStores(Driver driver, StoreSettings settings, Occupancy occupancy) {
        database = new Database(driver, settings, occupancy);
        schema = Schema.of(driver, settings, database, occupancy);
        ports = new Stores(
                new Neo4jLineageStore(database),
                new Neo4jScoreStore(database),
                new Neo4jFitStore(database, settings.batchRows()),
                new Neo4jFactStore(database, settings.batchRows()),
                new Neo4jRecipeStore(database),
                new Neo4jHistoryStore(database));
        developments = new Neo4jDevelopmentLedger(database, settings.batchRows());
        finals = new Neo4jFinalsLedger(database);
        orders = new Neo4jOrderLedger(database);
        savedQueries = new SavedQueries(database);
        access = new Neo4jAccessStore(database);
        jobs = new Neo4jJobStore(database);
        requests = new Neo4jRequestStore(database);
        quiet = new Quiet(database);
    }

    /** The ports over a database. Whoever opened the driver closes it. */
    public static Neo4jStores over(Driver driver, StoreSettings settings) {
        return over(driver, settings, Occupancy.unknown());
    }

    /**
     * The ports over a database of which more is known. The driver should leave trying again to us, by a
     * {@code maxTransactionRetryTime} of zero.
     */
    public static Neo4jStores over(Driver driver, StoreSettings settings, Occupancy occupancy) {
        return new Neo4jStores(driver, settings, occupancy);
    }

    /**
     * Brings the schema up to date; to be called before anything else. Calling it again changes nothing.
     *
     * @throws SchemaTooNewException if the database has migrations that this program does not know
     * @throws StoreUnavailableException if the database does not answer
     */
    public void migrate() {
        schema.ensure();
    }

    public Stores ports() {
        return ports;
    }

    /** Searches for merges. */
    public DevelopmentLedger developments() {
        return developments;
    }

    /** How those searches were judged. */
    public FinalsLedger finals() {
        return finals;
    }

    /** Orders of those searches, for evaluators outside. */
    public OrderLedger orders() {
        return orders;
    }

    /** Tokens, and the record of writes over the network. */
    public AccessStore access() {
        return access;
    }

    /** Work that takes longer than a request. */
    public JobStore jobs() {
        return jobs;
    }

    /** Requests with keys. */
    public RequestStore requests() {
        return requests;
    }

    /**
     * Does work while none of our writers writes; they wait.
     *
     * @throws StoreUnavailableException if the work took longer than a write may, so that others may have written
     */
    public void whileNobodyWrites(Runnable work) {
        quiet.during(work);
    }

    /**
     * Begins an import that is loaded whole.
     *
     * @return empty where the database is not empty
     * @throws StoreUnavailableException if the database does not answer, or there is no room for the import's files
     */
    public Optional<BulkImport> bulk(Provenance origin, BulkLoader loader) {
        return Neo4jBulkImport.begin(database, ports.facts(), loader, origin);
    }

    /** From now on this one hears of statements. */
    public void listen(StatementListener listener) {
        database.listen(listener);
    }

    /** Questions that people ask by name. */
    public SavedQueries savedQueries() {
        return savedQueries;
    }
}
