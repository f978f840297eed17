package org.eyrie.lrmf.linalg;

import org.eyrie.lrmf.math.TicketPool;

/** Decides whether work on a factor is worth waking anybody for. */
final class SharedWork {

    /** Less than this, in block products, is not: about ten milliseconds. */
    private static final long LEAST = 20_000;

    private SharedWork() {}

    /** Those who do so many block products. */
    static TicketPool pool(long products) {
        return products < LEAST ? TicketPool.alone() : TicketPool.common();
    }
}
