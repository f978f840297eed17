package org.eyrie.server.cli.command;

import org.eyrie.model.CancelledException;

/** Whether a command was told to end, for commands that ask. */
public final class Cancellation {

    private volatile boolean requested;

    void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }

    /** @throws CancelledException if the command was told to end */
    public void check() {
        if (requested) {
            throw new CancelledException("Cancelled.");
        }
    }
}
