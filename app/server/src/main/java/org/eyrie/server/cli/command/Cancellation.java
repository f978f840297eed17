package org.eyrie.server.cli.command;

import org.eyrie.task.CancelledException;

/** Whether a command was told to end, for commands that ask. */
public final class Cancellation {

    private volatile boolean requested;

    void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }

    /**
     * Ends a command that was told to end.
     *
     * @throws CancelledException if it was
     */
    public void check() {
        if (requested) {
            throw new CancelledException("Cancelled.");
        }
    }
}
