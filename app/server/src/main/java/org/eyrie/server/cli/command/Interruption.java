package org.eyrie.server.cli.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM for commands that end by themselves when told. Java runs everything that was registered for its
 * shutdown at once, the end of the embedded database among it; so whatever must not begin before the command has ended
 * waits here.
 */
public final class Interruption {

    /** How long a command is waited for: a batch of an import, an answer of a server, not more. */
    private static final int PATIENCE_SECONDS = 20;

    private final List<Runnable> cancels = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;

    /** Tells the command to end and waits until it has, a while; returns at once where it cannot be told. */
    public void endWork() {
        requested = true;
        if (cancels.isEmpty()) {
            return;
        }
        cancels.forEach(Runnable::run);
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the command has ended, has closed its database and has said its last word. */
    public void workEnded() {
        ended.countDown();
    }

    /** Whether the command was told to end: whatever fails from then on fails because of that. */
    public boolean requested() {
        return requested;
    }

    /**
     * Hears of a request, one that was made already included.
     *
     * @param cancel ends the command; may be called more than once, from other threads, and returns at once
     */
    public void onRequest(Runnable cancel) {
        cancels.add(cancel);
        if (requested) {
            cancel.run();
        }
    }

    /** From here on the command asks now and then whether it should end, and is waited for. */
    public Cancellation cancellation() {
        Cancellation cancellation = new Cancellation();
        onRequest(cancellation::request);
        return cancellation;
    }
}
