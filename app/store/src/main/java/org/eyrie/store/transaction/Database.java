package org.eyrie.store.transaction;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eyrie.store.settings.Occupancy;
import org.eyrie.store.settings.StatementListener;
import org.eyrie.store.settings.StoreSettings;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.value.Uncoercible;

/** Runs work in transactions with a time limit, again after a passing failure, and puts failures into our words. */
public final class Database {

    /** How often a read that met a commit is done again. */
    private static final int MOST_HALF_READ = 5;

    private final Driver driver;
    private final StoreSettings settings;
    private final Failures failures;
    private final Retries retries;
    private volatile StatementListener listener = StatementListener.NONE;

    public Database(Driver driver, StoreSettings settings) {
        this(driver, settings, Occupancy.unknown());
    }

    public Database(Driver driver, StoreSettings settings, Occupancy occupancy) {
        this.driver = driver;
        this.settings = settings;
        this.retries = new Retries(occupancy, settings.address());
        this.failures = new Failures(settings);
    }

    /** From now on this one hears of statements, in place of whoever did. */
    public void listen(StatementListener hearing) {
        listener = hearing;
    }

    /**
     * Asks; the work may be done more than once and must not have effects outside of the database.
     *
     * <p>What is read while somebody else's transaction is being committed may have been found by its index and already,
     * or still, be without its properties: Neo4j isolates no more than that. Where a row lacks what it must have, the work
     * is therefore done again.
     */
    public <T> T read(Function<Work, T> work) {
        for (int again = MOST_HALF_READ; ; again--) {
            try {
                return retries.run(() -> {
                    try (Session session = session(AccessMode.READ)) {
                        return session.executeRead(
                                tx -> work.apply(new Work(tx, listener)), limitedTo(settings.readTimeout()));
                    }
                });
            } catch (Uncoercible e) {
                if (again == 0) { // no passing state: somebody took the property away
                    throw failures.inOurWords(e, settings.readTimeout());
                }
            } catch (Neo4jException e) {
                throw failures.inOurWords(e, settings.readTimeout());
            }
        }
    }

    /** Writes, all or nothing; the work may be done more than once. */
    public <T> T write(Function<Work, T> work) {
        try {
            return retries.run(() -> {
                try (Session session = session(AccessMode.WRITE)) {
                    return session.executeWrite(
                            tx -> work.apply(new Work(tx, listener)), limitedTo(settings.writeTimeout()));
                }
            });
        } catch (Neo4jException e) {
            throw failures.inOurWords(e, settings.writeTimeout());
        }
    }

    /** Does the work and takes it back again, to see what it would do. */
    public <T> T tryOut(Function<Work, T> work) {
        try (Session session = session(AccessMode.WRITE);
                Transaction transaction = session.beginTransaction(limitedTo(settings.writeTimeout()))) {
            T answer = work.apply(new Work(transaction, listener));
            transaction.rollback();
            return answer;
        } catch (Neo4jException e) {
            throw failures.inOurWords(e, settings.writeTimeout());
        }
    }

    /** Writes without an answer. */
    public void change(Consumer<Work> work) {
        write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private Session session(AccessMode mode) {
        SessionConfig.Builder config = SessionConfig.builder()
                .withDefaultAccessMode(mode)
                // They would warn, on a young database, of every property that no model has yet.
                .withNotificationConfig(NotificationConfig.disableAllConfig());
        if (settings.database() != null) {
            config.withDatabase(settings.database());
        }
        return driver.session(config.build());
    }

    private static TransactionConfig limitedTo(Duration timeout) {
        return TransactionConfig.builder().withTimeout(timeout).build();
    }
}
