package org.eyrie.server.searching;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.UnknownSearchException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.program.Program;
import org.eyrie.server.registry.Network;
import org.eyrie.server.stores.Session;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches that a service runs, one after the other. Which those are is remembered beside the data folder, so that a service
 * which was killed goes on with them when it is there again.
 */
public final class ServedSearches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedSearches.class);

    private static final int PATIENCE_SECONDS = 10;

    private final Session session;
    private final SourceFiles files;
    private final AllowedFolders folders;
    private final Network network;
    private final Clock clock;
    private final Map<DevelopmentId, SearchActivity> active = new ConcurrentHashMap<>();
    private final Map<DevelopmentId, String> troubles = new ConcurrentHashMap<>();
    private final ExecutorService runner = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "searches");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    /** Runs nothing yet. */
    public ServedSearches(Session session, SourceFiles files, AllowedFolders folders, Network network, Clock clock) {
        this.session = session;
        this.files = files;
        this.folders = folders;
        this.network = network;
        this.clock = clock;
    }

    /** Goes on with what ran when an earlier service ended. */
    public void resume() {
        for (DevelopmentId id : files.served()) {
            try {
                if (ledger().read(id).state() == SearchState.OPEN) {
                    enqueue(id);
                } else {
                    files.serve(id, false);
                }
            } catch (UnknownSearchException e) {
                LOG.warn("A search that ran is not gone on with: {}", e.getMessage());
                files.serve(id, false);
            }
        }
    }

    /**
     * Begins a search and runs it, or lets one that has begun so go on.
     *
     * @throws InvalidInputException if weights or items cannot be used, or there is another search of that name
     */
    public SearchRecord start(PlannedSearch planned) {
        DevelopmentId id = planned.plan().id();
        SearchSources sources = planned.sources();
        Optional<SearchSources> known = files.find(id);
        if (known.isPresent() && !known.get().equals(sources)) {
            throw refused(
                    id,
                    "name",
                    "a search of that name has begun with other folders, items or evaluator; take another name");
        }
        if (sources.evaluator() != null) {
            // Whether the weights fit each other is found out now, and not when a worker waits for its first order.
            new PullBench(id, sources).maker().describe(Program.parse("base + tau(1)"));
        }
        ledger().begin(planned.plan());
        files.write(id, sources);
        return goOn(id);
    }

    /** What whoever asks over the network may have read. */
    public AllowedFolders allowed() {
        return folders;
    }

    /**
     * Lets a search go on that has begun on this machine.
     *
     * @throws InvalidInputException if there is none, or what evaluates it or writes its programs was named on the command line
     */
    public SearchRecord goOn(DevelopmentId id) {
        if (ledger().read(id).state() == SearchState.FINISHED) {
            return ledger().read(id);
        }
        SearchSources sources = files.read(id);
        OutsideEvaluator evaluator = sources.evaluator();
        boolean pulled = evaluator != null && evaluator.isPulled();
        if ((evaluator != null && !pulled) || sources.proposer() != null) {
            throw refused(
                    id,
                    "evaluator",
                    "a command or a language model takes part in it, which are run from the command line alone: eyrie develop"
                            + " run " + id);
        }
        ledger().turn(id, SearchState.OPEN);
        troubles.remove(id);
        if (!pulled) {
            files.serve(id, true);
            enqueue(id);
        }
        return ledger().read(id);
    }

    /** Asks a search to stop, wherever it runs. */
    public SearchRecord stop(DevelopmentId id) {
        ledger().turn(id, SearchState.STOPPED);
        files.serve(id, false);
        return ledger().read(id);
    }

    /** What is done with a search here. */
    public SearchActivity activity(DevelopmentId id) {
        SearchActivity known = active.get(id);
        if (known != null) {
            return known;
        }
        return files.find(id)
                        .map(SearchSources::evaluator)
                        .filter(OutsideEvaluator::isPulled)
                        .isPresent()
                ? SearchActivity.PULLED
                : SearchActivity.NONE;
    }

    /** Why a search that ran here broke off; empty where it did not. */
    public Optional<String> trouble(DevelopmentId id) {
        return Optional.ofNullable(troubles.get(id));
    }

    private void enqueue(DevelopmentId id) {
        if (active.putIfAbsent(id, SearchActivity.QUEUED) == null) {
            try {
                runner.execute(() -> run(id));
            } catch (RejectedExecutionException e) {
                active.remove(id); // the service ends; the next one goes on
            }
        }
    }

    private void run(DevelopmentId id) {
        if (closing) {
            return;
        }
        try {
            active.put(id, SearchActivity.RUNNING);
            // Somebody may have stopped it while it waited for its turn.
            while (ledger().read(id).state() == SearchState.OPEN) {
                SearchRun.open(id, files, ledger())
                        .run(
                                threads(),
                                clock,
                                network,
                                LOG::info,
                                Progress.of((step, done, total) -> {}, () -> closing));
            }
            files.serve(id, false);
        } catch (CancelledException e) {
            LOG.info("The search {} goes on with the next service", id);
        } catch (EyrieException e) {
            troubles.put(id, String.valueOf(e.getMessage()));
        } catch (Throwable unforeseen) {
            troubles.put(id, "It broke off for a reason that nobody foresaw; the service's log has it.");
            LOG.error("The search {} broke off", id, unforeseen);
        } finally {
            active.remove(id);
        }
        again(id);
    }

    /** Somebody may have let it go on in the moment in which it ended because somebody had stopped it. */
    private void again(DevelopmentId id) {
        try {
            if (!closing && !troubles.containsKey(id) && ledger().read(id).state() == SearchState.OPEN) {
                files.serve(id, true);
                enqueue(id);
            }
        } catch (EyrieException e) {
            troubles.put(id, String.valueOf(e.getMessage()));
        }
    }

    /** One core is left for those who ask. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private DevelopmentLedger ledger() {
        return session.developments();
    }

    private static InvalidInputException refused(DevelopmentId id, String where, String reason) {
        return new InvalidInputException("search " + id, List.of(new Fault(where, reason)));
    }

    /** Breaks off what runs; the next service goes on with it. */
    @Override
    public void close() {
        closing = true;
        runner.shutdown();
        try {
            if (!runner.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A search did not break off in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
