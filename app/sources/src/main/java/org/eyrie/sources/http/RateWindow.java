package org.eyrie.sources.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many requests in any window of time, and none before the end of a wait that the server asked for. */
public final class RateWindow {

    private final int requests;
    private final Duration window;
    private final Deque<Instant> sent = new ArrayDeque<>();
    private Instant closedUntil = Instant.MIN;

    /**
     * A window that nothing has passed yet.
     *
     * @param requests at least one
     */
    public RateWindow(int requests, Duration window) {
        if (requests < 1) {
            throw new IllegalArgumentException("A window lets at least one request through, not " + requests);
        }
        this.requests = requests;
        this.window = window;
    }

    /** No bound of our own; waits that a server asks for are kept all the same. */
    public static RateWindow unbounded() {
        return new RateWindow(Integer.MAX_VALUE, Duration.ZERO);
    }

    /** How long to wait before the next request; where it is zero, that request is counted. */
    synchronized Duration enter(Instant now) {
        if (closedUntil.isAfter(now)) {
            return Duration.between(now, closedUntil);
        }
        while (!sent.isEmpty() && !sent.getFirst().plus(window).isAfter(now)) {
            sent.removeFirst();
        }
        if (sent.size() >= requests) {
            return Duration.between(now, sent.getFirst().plus(window));
        }
        if (!window.isZero()) {
            sent.addLast(now);
        }
        return Duration.ZERO;
    }

    synchronized void closeUntil(Instant until) {
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
        }
    }
}
