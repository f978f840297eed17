package org.eyrie.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.StoreUnavailableException;

/**
 * A running Neo4j Community server in a process of its own, which ends when this is closed and when our process ends,
 * even by {@code kill -9}; a little later where it may linger. What was committed is there at the next start, whichever
 * of the two was killed.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

    private final DataFolder folder;
    private final FolderLock lock;
    private final Keeper keeper;
    private final boolean lingers;
    private final Thread hook = new Thread(this::stopAtShutdown, "embedded-neo4j-stop");
    private volatile Runnable beforeShutdown = () -> {};
    private boolean stopped;

    private EmbeddedNeo4j(DataFolder folder, FolderLock lock, Keeper keeper, boolean lingers) {
        this.lingers = lingers;
        this.folder = folder;
        this.lock = lock;
        this.keeper = keeper;
    }

    /**
     * Starts the database of a data folder, a new one in a new folder, and returns when it answers. A process that dies
     * afterwards is started again at the same addresses, a number of times.
     *
     * @param progress gets a line for people now and then
     * @param notice gets a line for people about what went wrong and was mended, or was not, also after the start; from
     *     any thread
     * @throws DataFolderInUseException if another process has the folder, or this one already
     * @throws StoreUnavailableException if it can't start: a folder that is not ours or can't be written, a port that
     *     is taken, a damaged store (which is looked for after an end that was not clean), a full disk, too little time;
     *     the message has the last lines of Neo4j's log
     * @throws InvalidInputException if the folder's own settings for Neo4j can't be used
     */
    public static EmbeddedNeo4j start(EmbeddedSettings settings, Consumer<String> progress, Consumer<String> notice) {
        List<Path> jars = Neo4jLibraries.find();
        DataFolder folder = DataFolder.claim(settings.dataFolder());
        DiskSpace.require(folder); // before anything is written
        FolderLock lock = FolderLock.take(folder);
        try {
            RunningServer server = new DatabaseStart(settings, folder, jars, progress, notice, true).run();
            EmbeddedSettings same =
                    settings.withPorts(server.bolt().getPort(), server.http().getPort());
            DatabaseStart again = new DatabaseStart(same, folder, jars, line -> {}, notice, false);
            EmbeddedNeo4j database = new EmbeddedNeo4j(
                    folder,
                    lock,
                    new Keeper(server, again::run, notice),
                    !settings.linger().isZero());
            database.keeper.begin();
            Runtime.getRuntime().addShutdownHook(database.hook);
            return database;
        } catch (IOException e) {
            lock.close();
            throw new StoreUnavailableException(
                    DiskSpace.warning(folder) + "The data folder " + folder.root() + " can't be written: " + e, e);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Where drivers connect, such as {@code bolt://127.0.0.1:7687}. */
    public URI boltUri() {
        return keeper.server().bolt();
    }

    /** Where people open Neo4j Browser, such as {@code http://127.0.0.1:7474/browser/}. */
    public URI browserUri() {
        return keeper.server().http().resolve("/browser/");
    }

    public String username() {
        return Password.USER;
    }

    public String password() {
        return keeper.server().password().value();
    }

    /** Absolute. */
    public Path dataFolder() {
        return folder.root();
    }

    /** False after {@link #close}, and while there is no process or it has not answered yet. */
    public boolean isRunning() {
        return keeper.isReady();
    }

    /**
     * What to wait for before the database is stopped because our process ends, such as a transaction under way. Java
     * runs everything that was registered for its shutdown at once, so a hook of one's own would come too late.
     */
    public void beforeShutdown(Runnable wait) {
        beforeShutdown = wait;
    }

    /**
     * Ends a database that lingers in a folder after the program that started it, and waits for its end.
     *
     * @return whether there was one
     * @throws DataFolderInUseException if a process of ours works on it
     */
    public static boolean stopLingering(Path dataFolder, Consumer<String> progress) {
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath().normalize());
        if (!folder.hasDatabase()) {
            return false;
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            return Predecessor.awaitEnd(folder, progress);
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + folder.root() + " can't be used: " + e, e);
        } finally {
            lock.close();
        }
    }

    /** Whether it stays for a while after {@link #close}, as its settings say. */
    public boolean lingers() {
        return lingers;
    }

    /** Of its process at this moment. */
    public long pid() {
        return keeper.server().child().pid();
    }

    /**
     * Stops the database and waits for its end, a second or two; one that lingers is left to itself. Closing twice
     * changes nothing.
     */
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
            if (lingers) {
                keeper.leave();
            } else {
                keeper.stop();
            }
            lock.close();
        }
    }
}
