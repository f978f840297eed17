package org.eyrie.server.stores;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eyrie.embedded.EmbeddedNeo4j;
import org.eyrie.embedded.EmbeddedSettings;
import org.eyrie.embedded.Lease;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.settings.Occupancy;
import org.eyrie.store.settings.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a Neo4j elsewhere, or starts the embedded one. */
public final class Neo4jOpener implements SessionOpener {

    /** A request waits no longer for a database that is down. */
    private static final int PATIENCE_SECONDS = 10;

    /** How long a command waits for another to start or to end. */
    private static final int FOLDER_MINUTES = 5;

    private static final long PAUSE_MILLIS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Neo4jOpener.class);

    private final Runnable beforeShutdown;
    private final Waiting waiting;

    /**
     * @param beforeShutdown what to wait for before an embedded database ends because the process does
     * @param waiting how long an embedded database is waited for, and waits itself
     */
    public Neo4jOpener(Runnable beforeShutdown, Waiting waiting) {
        this.beforeShutdown = beforeShutdown;
        this.waiting = waiting;
    }

    /** The embedded database ends at once when the process does. */
    public Neo4jOpener() {
        this(() -> {}, Waiting.NOT_LINGERING);
    }

    @Override
    public Session open(DatabaseChoice choice, Consumer<String> progress) {
        String uri = choice.uri();
        if (uri != null) {
            progress.accept("connecting to " + uri);
            AuthToken token = choice.password().isEmpty()
                    ? AuthTokens.none()
                    : AuthTokens.basic(choice.username(), choice.password());
            return connect(
                    uri,
                    choice.database(),
                    token,
                    Occupancy.others(!choice.shared(), progress),
                    Map.of(),
                    () -> {},
                    null);
        }
        if (choice.idleEnded() && runsUnwritten(choice, progress)) {
            EmbeddedNeo4j.stopIdle(choice.dataFolder(), progress);
        }
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(FOLDER_MINUTES);
        while (true) {
            Optional<Session> running = running(choice, progress);
            if (running.isPresent()) {
                return running.get();
            }
            try {
                return embedded(choice.dataFolder(), !choice.shared(), progress);
            } catch (DataFolderInUseException taken) {
                if (!choice.shared() || System.nanoTime() > patience) {
                    return running(choice, progress).orElseThrow(() -> taken);
                }
                // It is just starting, or just ending.
                progress.accept("waiting for another command that has the data folder " + choice.dataFolder());
                pause(taken);
            }
        }
    }

    /** Whether one runs that nobody wrote facts into: in any other nothing is loaded whole, so it may as well stay. */
    private boolean runsUnwritten(DatabaseChoice choice, Consumer<String> progress) {
        Optional<Session> running = running(choice, progress);
        if (running.isEmpty()) {
            return false;
        }
        try (Session session = running.get()) {
            return session.stores().facts().version() == 0;
        }
    }

    private static void pause(DataFolderInUseException taken) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw taken;
        }
    }

    /** One that another process runs, or that lingers after one that did; empty where none answers. */
    private Optional<Session> running(DatabaseChoice choice, Consumer<String> progress) {
        Optional<Announcement> announced = choice.shared() ? Announcement.read(choice.dataFolder()) : Optional.empty();
        if (announced.isEmpty()) {
            return Optional.empty();
        }
        Announcement running = announced.get();
        Lease lease = Lease.take(choice.dataFolder());
        try {
            if (!running.listens()) {
                lease.close();
                return Optional.empty();
            }
            progress.accept("connecting to " + running);
            AuthToken token = AuthTokens.basic(running.username(), running.password());
            Occupancy others = Occupancy.others(false, progress);
            return Optional.of(connect(running.bolt(), null, token, others, Map.of(), lease::close, null));
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
    }

    private Session embedded(Path dataFolder, boolean service, Consumer<String> progress) {
        EmbeddedSettings settings = EmbeddedSettings.in(dataFolder)
                .withStartTimeout(waiting.startTimeout())
                .withLinger(service ? Duration.ZERO : waiting.linger());
        EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(settings, progress, LOG::warn);
        neo4j.beforeShutdown(beforeShutdown);
        try {
            Session session = connect(
                    neo4j.boltUri().toString(),
                    null,
                    AuthTokens.basic(neo4j.username(), neo4j.password()),
                    Occupancy.ours(neo4j::isRunning, service),
                    addresses(neo4j.browserUri(), neo4j.boltUri(), neo4j.username(), neo4j.password()),
                    () -> {
                        try {
                            if (!neo4j.lingers()) {
                                Announcement.remove(dataFolder);
                            }
                        } finally {
                            neo4j.close();
                        }
                    },
                    neo4j);
            announce(neo4j, dataFolder, session);
            return session;
        } catch (RuntimeException failure) {
            neo4j.close();
            throw failure;
        }
    }

    // A session that nobody gets is one that nobody closes.
    private static void announce(EmbeddedNeo4j neo4j, Path dataFolder, Session session) {
        try {
            new Announcement(
                            neo4j.boltUri().toString(),
                            neo4j.username(),
                            neo4j.password(),
                            neo4j.lingers()
                                    ? neo4j.pid()
                                    : ProcessHandle.current().pid())
                    .write(dataFolder);
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private static Map<String, String> addresses(URI browser, URI bolt, String username, String password) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("Neo4j Browser", browser.toString());
        addresses.put("Neo4j", bolt + "  user " + username + "  password " + password);
        return addresses;
    }

    private Session connect(
            String uri,
            @Nullable String database,
            AuthToken token,
            Occupancy occupancy,
            Map<String, String> addresses,
            Runnable afterwards,
            @Nullable EmbeddedNeo4j own) {
        Driver driver = driver(uri, token);
        try {
            Neo4jStores stores = Neo4jStores.over(
                    driver, StoreSettings.of(uri).on(database).answeringWithin(waiting.query()), occupancy);
            stores.migrate();
            return new Neo4jSession(driver, stores, "Neo4j at " + uri, addresses, afterwards, own);
        } catch (RuntimeException failure) {
            driver.close();
            throw failure;
        }
    }

    private static Driver driver(String uri, AuthToken token) {
        Config config = Config.builder()
                .withConnectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(0, TimeUnit.SECONDS) // see Retries
                .withLogging(Logging.slf4j())
                .build();
        try {
            return GraphDatabase.driver(uri, token, config);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInputException(
                    "The address of Neo4j",
                    List.of(new Fault(uri, refused.getMessage() + ". It looks like neo4j://host:7687.")));
        }
    }
}
