package org.eyrie.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.task.Progress;

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
    private final List<Path> jars;
    private final Thread hook = new Thread(this::stopAtShutdown, "embedded-neo4j-stop");
    private volatile Runnable beforeShutdown = () -> {};
    private boolean stopped;

    private EmbeddedNeo4j(DataFolder folder, FolderLock lock, Keeper keeper, boolean lingers, List<Path> jars) {
        this.jars = jars;
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
            FolderTree.delete(folder.importing()); // left by one that was killed
            RunningServer server = new DatabaseStart(settings, folder, jars, progress, notice, true).run();
            EmbeddedSettings same =
                    settings.withPorts(server.bolt().getPort(), server.http().getPort());
            DatabaseStart again = new DatabaseStart(same, folder, jars, line -> {}, notice, false);
            EmbeddedNeo4j database = new EmbeddedNeo4j(
                    folder,
                    lock,
                    new Keeper(server, again::run, notice),
                    !settings.linger().isZero(),
                    jars);
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

    /**
     * Ends a database that lingers and that nobody uses.
     *
     * @return whether there was one and it has ended
     */
    public static boolean stopIdle(Path dataFolder, Consumer<String> progress) {
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath().normalize());
        if (!folder.hasDatabase()) {
            return false;
        }
        Optional<Lease> unused = Lease.takeAlone(folder);
        unused.ifPresent(Lease::close); // while it is held, the database takes it for a use
        try {
            return unused.isPresent() && stopLingering(dataFolder, progress);
        } catch (DataFolderInUseException e) {
            return false;
        }
    }

    /**
     * A new, empty folder for the files of {@link #load}, within the data folder.
     *
     * @throws StoreUnavailableException if it can't be made
     */
    public Path importFolder() {
        try {
            FolderTree.delete(folder.importing());
            return Files.createDirectories(
                    folder.importing().resolve("files"), DataFolder.forTheOwnerAlone("rwx------"));
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + folder.root() + " can't be written: " + e, e);
        }
    }

    /** Deletes what {@link #importFolder} gave. */
    public void deleteImportFolder() {
        try {
            FolderTree.delete(folder.importing());
        } catch (IOException e) {
            throw new StoreUnavailableException("The folder " + folder.importing() + " can't be deleted: " + e, e);
        }
    }

    /**
     * Puts what is in the files of {@link #importFolder} in place of all that is in the database, which is stopped
     * meanwhile and then answers at the same addresses. Others who want it wait. However that is broken off, the next
     * start finds the one or the other, whole.
     *
     * @param meant asked when nobody else uses the database any more
     * @param progress hears how far it is, and may cancel
     * @return whether it was done: not where others use the database, and not where it is no longer meant
     * @throws StoreUnavailableException if Neo4j refuses the files or the disk is full; nothing has changed then
     */
    public boolean load(BooleanSupplier meant, Progress progress) {
        Optional<Lease> alone = Lease.takeAlone(folder);
        if (alone.isEmpty()) {
            return false;
        }
        try (Lease lease = alone.get()) {
            Objects.requireNonNull(lease);
            if (!meant.getAsBoolean()) {
                return false;
            }
            StoreFromFiles store = new StoreFromFiles(folder, jars);
            keeper.whileStopped(() -> {
                store.make(folder.importing().resolve("files"), progress);
                return true;
            });
            return true;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreUnavailableException(
                    DiskSpace.warning(folder) + "The import can't be loaded: " + e
                            + ". The database holds what it held, or all of the import.",
                    e);
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
