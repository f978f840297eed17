package org.eyrie.server.answers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.eyrie.model.GraphState;
import org.jspecify.annotations.Nullable;

/**
 * The state of the graph, asked for by many at once with few looks: who comes while somebody looks waits for the next look
 * and shares it. So what anybody gets was read after he asked, and a write that was acknowledged is never missed.
 */
final class StateLook {

    private final Supplier<GraphState> look;
    private @Nullable FutureTask<GraphState> underWay;
    private @Nullable FutureTask<GraphState> next;

    StateLook(Supplier<GraphState> look) {
        this.look = look;
    }

    /** The state at some moment after the call; whatever the look throws. */
    GraphState now() {
        FutureTask<GraphState> mine;
        FutureTask<GraphState> before = null;
        boolean first = false;
        synchronized (this) {
            if (next == null) {
                next = new FutureTask<>(look::get);
                before = underWay;
                first = true;
            }
            mine = next;
        }
        if (first) {
            awaitEnd(before);
            synchronized (this) {
                underWay = mine;
                next = null;
            }
            mine.run();
        }
        return result(mine);
    }

    private static void awaitEnd(@Nullable FutureTask<GraphState> look) {
        if (look != null) {
            try {
                result(look);
            } catch (RuntimeException | Error itsOwn) {
                // Whoever asked for that look hears of it.
            }
        }
    }

    // Not to be interrupted: others rely on whoever is first, and a look has a time limit of its own.
    private static GraphState result(FutureTask<GraphState> look) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return look.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw Failure.of(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
