package org.eyrie.engine.graph;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.eyrie.model.EyrieException;
import org.eyrie.model.GraphState;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The copy of the facts as they are, where there is one. It is read behind the back of whoever asks first after a change;
 * until it is there, answers come from the store. What does not fit into memory is not copied. Safe for use by several
 * threads.
 */
public final class GraphCopies {

    /** Bytes of a model with its names, traits and derivations, and of a score, roughly. */
    private static final long MODEL = 1_500;

    private static final long SCORE = 250;

    /** A copy may take one in so many of the bytes there are. */
    private static final int SHARE = 8;

    /** Where facts keep changing, reading takes one in so many of the moments. */
    private static final int PATIENCE = 20;

    /** Who edits the graph with Cypher and does not count its version up waits so long at most. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Stores stores;
    private final GraphView stored;
    private final Executor behind;
    private final LongSupplier nanos;
    private final long room;
    private @Nullable Held held;
    private boolean reading;
    private long begun;
    private long ended;

    /** Reads copies with threads of its own, which keep nobody from ending. */
    public GraphCopies(Stores stores) {
        this(
                stores,
                reading -> {
                    Thread thread = new Thread(reading, "graph-copy");
                    thread.setDaemon(true);
                    thread.start();
                },
                System::nanoTime,
                Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** @param room bytes that a copy may take */
    GraphCopies(Stores stores, Executor behind, LongSupplier nanos, long room) {
        this.stores = stores;
        this.stored = new StoredGraph(stores);
        this.behind = behind;
        this.nanos = nanos;
        this.room = room;
        this.begun = nanos.getAsLong();
        this.ended = begun;
    }

    /** The facts as of a state, or, where there is no copy of them, as they are when asked for. */
    public GraphView at(GraphState state) {
        synchronized (this) {
            GraphCopy current = held != null && held.dataVersion() == state.dataVersion() ? held.copy() : null;
            long patience = PATIENCE * (ended - begun);
            if (current != null) {
                patience = Math.max(LONGEST.toNanos(), patience);
            }
            if (!reading && nanos.getAsLong() - ended >= patience) {
                reading = true;
                behind.execute(this::read);
            }
            return current == null ? stored : current;
        }
    }

    private void read() {
        long from = nanos.getAsLong();
        Held next = null;
        try {
            next = copied();
        } catch (EyrieException | IllegalStateException noDatabase) {
            // Whoever asks in earnest is told.
        } finally {
            synchronized (this) {
                held = next;
                reading = false;
                begun = from;
                ended = nanos.getAsLong();
            }
        }
    }

    /** Null where the facts do not fit, or changed meanwhile. */
    private @Nullable Held copied() {
        long version = stores.fits().state().dataVersion();
        if (bytes() > room) {
            return null;
        }
        GraphCopy copy = GraphCopy.of(stores);
        return stores.fits().state().dataVersion() == version ? new Held(version, copy) : null;
    }

    private long bytes() {
        long models = 0;
        long scores = 0;
        for (ScoreStore.Coverage each : stores.scores().coverage()) {
            models = each.models();
            scores += each.evaluated();
        }
        return MODEL * models + SCORE * scores;
    }

    private record Held(long dataVersion, GraphCopy copy) {}
}
