package org.eyrie.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.StoreUnavailableException;

/**
 * A running Neo4j Community server in a process of its own, which ends when this is closed and when our process ends,
 * even by {@code kill -9}. What was committed is there at the next start, whichever of the two was killed.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

    private final DataFolder folder;
    private final FolderLock lock;
    private final RunningServer server;
    private final Thread hook = new Thread(this::stopAtShutdown, "embedded-neo4j-stop");
    private volatile Runnable beforeShutdown = () -> {};
    private boolean stopped;

    private EmbeddedNeo4j(DataFolder folder, FolderLock lock, RunningServer server) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the database of a data folder, a new one in a new folder, and returns when it answers.
     *
     * @param progress gets a line for people now and then
     * @throws DataFolderInUseException if another process has the folder, or this one already
     * @throws StoreUnavailableException if it can't start: a folder that is not ours or can't be written, a port that
     *     is taken, a damaged store, too little time; the message has the last lines of Neo4j's log
     */
    public static EmbeddedNeo4j start(EmbeddedSettings settings, Consumer<String> progress) {
        List<Path> jars = Neo4jLibraries.find();
        DataFolder folder = DataFolder.claim(settings.dataFolder());
        FolderLock lock = FolderLock.take(folder);
        try {
            RunningServer server = new DatabaseStart(settings, folder, jars, progress).run();
            EmbeddedNeo4j database = new EmbeddedNeo4j(folder, lock, server);
            Runtime.getRuntime().addShutdownHook(database.hook);
            return database;
        } catch (IOException e) {
            lock.close();
            throw new StoreUnavailableException("The data folder " + folder.root() + " can't be written: " + e, e);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Where drivers connect, such as {@code bolt://127.0.0.1:7687}. */
    public URI boltUri() {
        return server.bolt();
    }

    /** Where people open Neo4j Browser, such as {@code http://127.0.0.1:7474/browser/}. */
    public URI browserUri() {
        return server.http().resolve("/browser/");
    }

    public String username() {
        return Password.USER;
    }

    public String password() {
        return server.password().value();
    }

    /** Absolute. */
    public Path dataFolder() {
        return folder.root();
    }

    /** False after {@link #close} and once the database's process has died by itself. */
    public boolean isRunning() {
        return server.child().isRunning();
    }

    /**
     * What to wait for before the database is stopped because our process ends, such as a transaction under way. Java
     * runs everything that was registered for its shutdown at once, so a hook of one's own would come too late.
     */
    public void beforeShutdown(Runnable wait) {
        beforeShutdown = wait;
    }

    /** For tests that kill it. */
    long pid() {
        return server.child().pid();
    }

    /** Stops the database and waits for its end, a second or two. Closing twice changes nothing. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the shutdown that the hook was for is under way
        }
    }

    private void stopAtShutdown() {
        beforeShutdown.run();
        stop();
    }

    private synchronized void stop() {
        if (!stopped) {
            stopped = true;
            server.stop();
            lock.close();
        }
    }
}
