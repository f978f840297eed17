package org.eyrie.lrmf.linalg;

import org.eyrie.lrmf.math.TicketPool;

/** Decides whether work on a factor is worth waking anybody for. */
final class SharedWork {

    /**
     * Less than this, in block products, is not: some tens of milliseconds. The columns of one family wait for each other
     * at the end, and whoever waits keeps a processor from other questions.
     */
    private static final long LEAST = 200_000;

    private SharedWork() {}

    /** Those who do so many block products. */
    static TicketPool pool(long products) {
        return products < LEAST ? TicketPool.alone() : TicketPool.common();
    }
}
