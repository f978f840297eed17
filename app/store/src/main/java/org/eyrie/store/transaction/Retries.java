package org.eyrie.store.transaction;

import java.time.Duration;
import java.util.function.Supplier;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.store.settings.Occupancy;
import org.eyrie.task.CancelledException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * Does again what failed for a passing reason, but nothing while the database is known not to run. The driver's own
 * retries know only one time limit: with the one that suits a deadlock, a request to a database that is down took 13 to
 * 22 s to fail.
 */
public final class Retries {

    /** For a database that is there and busy, or chose us as the loser of a deadlock. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1_000;

    private final Occupancy occupancy;
    private final String address;

    public Retries(Occupancy occupancy, String address) {
        this.occupancy = occupancy;
        this.address = address;
    }

    /**
     * Runs an attempt until it succeeds, fails for a reason that lasts, or time is up.
     *
     * @throws StoreUnavailableException if the database does not run
     * @throws Neo4jException the last failure
     */
    public <T> T run(Supplier<T> attempt) {
        long begin = System.nanoTime();
        for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            requireRunning(null);
            try {
                return attempt.get();
            } catch (Neo4jException failure) {
                requireRunning(failure);
                if (System.nanoTime() - begin + pause * 1_000_000
                        > patience(failure).toNanos()) {
                    throw failure;
                }
                sleep(pause);
            }
        }
    }

    private Duration patience(Neo4jException failure) {
        if (!(failure instanceof RetryableException) || occupancy.outage().isZero()) {
            return Duration.ZERO;
        }
        return failure instanceof TransientException ? BUSY : occupancy.outage();
    }

    private void requireRunning(@Nullable Neo4jException failure) {
        if (!occupancy.running().getAsBoolean()) {
            throw new StoreUnavailableException(
                    "Neo4j at " + address + " has ended and is being started again. Try again in a few seconds: nothing"
                            + " was half done. If it goes on, the log of Eyrie says why.",
                    failure);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The database was not asked again: the program was told to stop");
        }
    }
}
