package org.eyrie.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.StoreUnavailableException;

/** One start of a database in a folder that is ours and locked. */
final class DatabaseStart {

    /** How often other programs may snatch a port from us before that is told. */
    private static final int ATTEMPTS = 3;

    private final EmbeddedSettings settings;
    private final DataFolder folder;
    private final List<Path> jars;
    private final Consumer<String> progress;
    private final Consumer<String> notice;
    private final UncleanEnd unclean;
    private final boolean checking;

    /**
     * @param progress gets what is being done
     * @param notice gets what people should know of afterwards, too
     * @param checking whether the store is checked after an unclean end; else that is left to a later start
     */
    DatabaseStart(
            EmbeddedSettings settings,
            DataFolder folder,
            List<Path> jars,
            Consumer<String> progress,
            Consumer<String> notice,
            boolean checking) {
        this.settings = settings;
        this.folder = folder;
        this.jars = jars;
        this.progress = progress;
        this.notice = notice;
        this.unclean = new UncleanEnd(folder, jars);
        this.checking = checking;
    }

    /**
     * Tries again with other ports where one was free when it was chosen, and taken when Neo4j came to it: on a busy
     * machine half a minute lies between. A port that was asked for is refused at the second attempt. Where Neo4j refuses
     * a damaged transaction log, or runs out of memory over it, that is cut, after a copy of it was kept.
     */
    RunningServer run() throws IOException {
        DiskSpace.require(folder);
        Restoring.finish(folder, Instant.now());
        Password password = Password.of(folder, new SecureRandom());
        Predecessor.awaitEnd(folder, progress);
        progress.accept(
                folder.hasDatabase() ? "Starting Neo4j on " + folder.root() : "Making a database in " + folder.root());
        Memory memory = Memory.of(settings, folder);
        boolean cutting = false;
        for (int attempt = 1; ; attempt++) {
            StartLog said = new StartLog(folder);
            DamagedLog log = new DamagedLog(folder, said);
            Panic panic = new Panic(folder, said);
            Ports ports = Ports.choose(settings, attempt == 1);
            ClassArchive archive = new ClassArchive(folder, jars);
            Neo4jConfiguration.write(folder, settings, memory, ports, cutting);
            archive.leaveOrder();
            Child child = Child.launch(
                    ChildCommand.write(folder, settings, memory, jars, archive.options()), folder.console());
            Readiness readiness = new Readiness(folder, child);
            URI bolt = URI.create("bolt://" + ListenAddresses.reachable(settings.host(), ports.bolt()));
            URI http = URI.create("http://" + ListenAddresses.reachable(settings.host(), ports.http()) + "/");
            try {
                awaitAnswer(readiness, http, password, said);
                if (checking) {
                    unclean.check(progress, notice);
                }
                return new RunningServer(child, password, bolt, http, panic, ClassArchiving.begin(archive));
            } catch (StoreUnavailableException e) {
                panic.stop(child);
                if (!cutting && log.isToBlame() && !DiskSpace.isScarce(folder)) {
                    notice.accept(kept(log.keep(Instant.now())));
                    cutting = true;
                } else if (readiness.ranOutOfMemory()) {
                    memory = cured(log, memory, e);
                } else if (attempt < ATTEMPTS && readiness.lostAPort()) {
                    progress.accept("Another program took the port; trying another");
                } else {
                    throw e;
                }
            } catch (IOException | RuntimeException | Error e) {
                panic.stop(child);
                throw e;
            }
        }
    }

    private void awaitAnswer(Readiness readiness, URI http, Password password, StartLog said) throws IOException {
        try {
            readiness.awaitStart(settings.startTimeout(), progress);
            readiness.requireAnswer(http, password);
        } finally {
            unclean.note(said); // a start that is given up may have replayed the log, too
        }
    }

    /**
     * What to do about a start that ran out of memory: cut a log that cannot be read to its end, else take more memory.
     *
     * @return what the next attempt may take
     * @throws StoreUnavailableException if there is no more, with what the folder's owner can do
     */
    private Memory cured(DamagedLog log, Memory memory, StoreUnavailableException failure) throws IOException {
        TornLogs torn = TornLogs.in(folder);
        if (!torn.isEmpty()) {
            if (DiskSpace.isScarce(folder)) {
                throw failure; // says so
            }
            notice.accept(kept(log.keep(Instant.now())));
            torn.cut();
            return memory;
        }
        Memory more = memory.doubled(folder)
                .orElseThrow(() -> new StoreUnavailableException(
                        "The embedded Neo4j ran out of memory while it was starting, with a heap of "
                                + memory.heapMegabytes()
                                + " MB. What was committed after its last checkpoint is replayed at a start, and that may need more;"
                                + " nothing of it is lost. Write a line such as " + Memory.HEAP_SETTING + "="
                                + (memory.heapMegabytes() * 2) + "m into " + folder.ownersSettings()
                                + " and start again, on a machine that has as much.\n" + failure.getMessage(),
                        failure));
        progress.accept("Neo4j ran out of memory with a heap of " + memory.heapMegabytes() + " MB; trying with "
                + more.heapMegabytes() + " MB");
        return more;
    }

    private String kept(Path copy) {
        return "The transaction log in " + folder.root() + " ends in the middle of a transaction, as a full disk leaves"
                + " it. It is cut there; what was committed before is replayed. The log as it was is kept in "
                + copy
                + ", which may be deleted once you find everything there.";
    }
}
