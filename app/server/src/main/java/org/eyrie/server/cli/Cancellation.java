package org.eyrie.server.cli;

import org.eyrie.model.CancelledException;

/** Whether a command was told to end, for commands that ask. */
final class Cancellation {

    private volatile boolean requested;

    void request() {
        requested = true;
    }

    boolean requested() {
        return requested;
    }

    /** @throws CancelledException if the command was told to end */
    void check() {
        if (requested) {
            throw new CancelledException("Cancelled.");
        }
    }
}
