package org.eyrie.server.rest;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How slowly a request may be sent. What counts is the time in which the service waits for the client.
 *
 * @param grace what the head of a request may take, and after which a body must have kept to the rate
 * @param rate bytes a second, on average from the body's beginning on
 * @param deadline what a body may take
 */
@Singleton
record Pace(
        @Value("${eyrie.pace.grace:15s}") Duration grace,
        @Value("${eyrie.pace.rate:2000}") long rate,
        @Value("${eyrie.pace.deadline:1h}") Duration deadline) {

    boolean isHeadTooSlow(long nanos) {
        return nanos > grace.toNanos();
    }

    boolean isBodyTooSlow(long nanos, long bytes) {
        boolean slow = nanos > grace.toNanos() && bytes < rate * (nanos / 1e9);
        return slow || nanos > deadline.toNanos();
    }
}
