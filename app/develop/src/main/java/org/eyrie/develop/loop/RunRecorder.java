package org.eyrie.develop.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;

/** Writes down what comes of orders as it comes, from whatever thread, with the time since the last writing. */
final class RunRecorder {

    private static final double NANOS = 1e9;

    private final DevelopmentLedger ledger;
    private final DevelopmentId id;
    private final Clock clock;
    private Instant last;
    private int failedInARow;

    RunRecorder(DevelopmentLedger ledger, DevelopmentId id, Clock clock) {
        this.ledger = ledger;
        this.id = id;
        this.clock = clock;
        this.last = clock.instant();
    }

    synchronized void ran(ItemRun run) {
        ledger.ran(id, run, seconds());
        failedInARow = 0;
    }

    synchronized void failed(FailedRun failure) {
        ledger.failed(id, failure, seconds());
        failedInARow++;
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
