package org.eyrie.sources.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Delays that double, each drawn evenly from zero to its bound ("full jitter"), so that clients thrown out at once do
 * not come back at once.
 */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** How long to wait after {@code attempt} attempts, which is at least one. */
    Duration after(int attempt) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis((long) (bound * random.nextDouble()));
    }
}
