package org.eyrie.develop.loop;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.jspecify.annotations.Nullable;

/** Holds a search for one runner and renews that while a long evaluation says nothing. */
final class LeaseKeeper implements AutoCloseable {

    /** After a kill somebody else waits no longer than this. */
    private static final double SECONDS = 60;

    private static final double LET_GO = .001;
    private static final long RENEWAL = 20;

    private final DevelopmentLedger ledger;
    private final DevelopmentId id;
    private final String runner;
    private final ScheduledExecutorService renewal;
    private volatile boolean lost;
    private @Nullable Future<?> renewing;

    private LeaseKeeper(DevelopmentLedger ledger, DevelopmentId id, String runner) {
        this.ledger = ledger;
        this.id = id;
        this.runner = runner;
        this.renewal = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lease of " + id);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes a search.
     *
     * @throws InvalidInputException if somebody else has it
     */
    static LeaseKeeper take(DevelopmentLedger ledger, DevelopmentId id, String runner) {
        if (!ledger.lease(id, runner, SECONDS)) {
            throw taken(id);
        }
        LeaseKeeper keeper = new LeaseKeeper(ledger, id, runner);
        keeper.renewing = keeper.renewal.scheduleAtFixedRate(keeper::renew, RENEWAL, RENEWAL, TimeUnit.SECONDS);
        return keeper;
    }

    private void renew() {
        try {
            lost |= !ledger.lease(id, runner, SECONDS);
        } catch (EyrieException e) {
            // A store that is away for a moment: the next renewal or the next write tells.
        }
    }

    /**
     * Before anything is ordered or evaluated.
     *
     * @throws InvalidInputException if somebody else took the search over
     */
    void check() {
        // Renewing ends of itself only where it threw what nobody foresaw.
        if (lost || (renewing != null && renewing.isDone())) {
            throw taken(id);
        }
    }

    private static InvalidInputException taken(DevelopmentId id) {
        return new InvalidInputException(
                "The search " + id,
                List.of(new Fault(
                        "runner",
                        "Somebody else runs it at this moment. Watch that one, or stop it; if it was killed, try again"
                                + " in a minute")));
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        if (!lost) {
            ledger.lease(id, runner, LET_GO);
        }
    }
}
