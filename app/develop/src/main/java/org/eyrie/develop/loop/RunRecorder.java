package org.eyrie.develop.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.eyrie.develop.port.RunListener;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.SearchState;

/** Writes down what comes of orders as it comes, from whatever thread, with the time since the last writing. */
final class RunRecorder implements RunListener {

    /** More failures one after another are the evaluator's fault and not the programs'. They cost no items, so no budget ends them. */
    static final int MOST_FAILED = 20;

    private static final double NANOS = 1e9;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final DevelopmentLedger ledger;
    private final DevelopmentId id;
    private final Clock clock;
    private Instant last;
    private int failedInARow;
    private Instant looked;
    private final boolean stoppable;
    private boolean open = true;

    RunRecorder(DevelopmentLedger ledger, DevelopmentId id, Clock clock) {
        this.ledger = ledger;
        this.id = id;
        this.clock = clock;
        this.last = clock.instant();
        this.looked = last;
        // Orders of a search that is stopped already are evaluated for whoever asks for just that.
        this.stoppable = ledger.state(id) == SearchState.OPEN;
    }

    @Override
    public synchronized void ran(ItemRun run) {
        ledger.ran(id, run, seconds());
        failedInARow = 0;
    }

    @Override
    public synchronized void failed(FailedRun failure) {
        ledger.failed(id, failure, seconds());
        failedInARow++;
    }

    /** Whether nobody has asked the search to stop, which is looked up once a second at most, and runs do not fail only. */
    @Override
    public synchronized boolean goesOn() {
        Instant now = clock.instant();
        if (stoppable && Duration.between(looked, now).compareTo(BETWEEN_LOOKS) >= 0) {
            looked = now;
            open = ledger.state(id) == SearchState.OPEN;
        }
        return open && !failsOnly();
    }

    /** Whether so many came to nothing one after another that the others would too. */
    synchronized boolean failsOnly() {
        return failedInARow >= MOST_FAILED;
    }

    /** The same, telling somebody how many items each answered order had. */
    RunListener heardBy(IntConsumer answered) {
        return new RunListener() {
            @Override
            public void ran(ItemRun run) {
                RunRecorder.this.ran(run);
                answered.accept(run.items().size());
            }

            @Override
            public void failed(FailedRun failure) {
                RunRecorder.this.failed(failure);
            }

            @Override
            public boolean goesOn() {
                return RunRecorder.this.goesOn();
            }
        };
    }

    /** How many runs came to nothing since one was answered, of those that were written down here. */
    synchronized int failedInARow() {
        return failedInARow;
    }

    private double seconds() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(last, now).toNanos() / NANOS);
        last = now;
        return seconds;
    }
}
