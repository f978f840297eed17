package org.eyrie.sources.importing;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eyrie.model.BulkImport;
import org.eyrie.model.BulkImports;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Provenance;
import org.eyrie.model.WriteSummary;
import org.eyrie.sources.spi.Finding;
import org.eyrie.task.CancelledException;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded whole if the checks let it pass: every batch is taken down while the next one is read and checked, so that
 * the source is read once. What goes wrong with that is nobody's business until loading is wanted; transactions, which come
 * then, meet it again.
 */
final class Beside implements AutoCloseable {

    /** Batches that may wait: more would only fill the memory. */
    private static final int WAITING = 8;

    private final BulkImports bulk;
    private final @Nullable BulkImport taken;
    private final Columns columns;
    private final Gaps gaps;
    private final MoreExact exact;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import-clerk");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore room = new Semaphore(WAITING);
    private WriteSummary sum = WriteSummary.NOTHING;
    private long facts;
    private @Nullable Throwable failure;

    Beside(BulkImports bulk, Provenance origin, boolean wanted, Columns columns, LineageStore lineage) {
        this.bulk = bulk;
        this.taken = wanted ? bulk.begin(origin).orElse(null) : null;
        this.columns = columns;
        ModelLookup lookup = taken == null ? lineage::find : taken::find;
        this.gaps = new Gaps(lookup);
        this.exact = new MoreExact(lookup);
    }

    /** Takes rows of one batch down that stood every check. */
    void take(List<Finding.Row> standing) {
        facts += standing.size();
        BulkImport target = taken;
        if (target != null) {
            room.acquireUninterruptibly();
            clerk.execute(() -> {
                try {
                    write(standing, target);
                } finally {
                    room.release();
                }
            });
        }
    }

    private void write(List<Finding.Row> standing, BulkImport target) {
        if (failure != null || target.obstacle().isPresent()) {
            return;
        }
        try {
            Facts batch = exact.of(Batch.facts(gaps.filled(standing)));
            columns.add(batch);
            sum = sum.plus(target.write(batch));
        } catch (RuntimeException | Error e) {
            failure = e; // an error too: without this batch the rest must not be loaded
        }
    }

    /**
     * Loads what was taken down, where that is worthwhile and possible.
     *
     * @return whether everything is in the store now
     */
    boolean load(Instant finishedAt, List<String> notes) {
        if (taken == null || !bulk.isWorthwhile(facts)) {
            return false;
        }
        awaitClerk();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException refusal) {
            throw refusal;
        }
        if (taken.obstacle().isEmpty() && taken.load(finishedAt, notes)) {
            return true;
        }
        bulk.gaveWay(taken.obstacle().orElse("it can't be loaded"), facts);
        return false;
    }

    /** What was loaded. */
    Written written() {
        Long number = taken == null ? null : taken.number().orElse(null);
        return new Written(number, sum, columns.met(), List.of());
    }

    // What the clerk did is seen by whoever has all the room back.
    private void awaitClerk() {
        try {
            room.acquire(WAITING);
            room.release(WAITING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The import was cancelled; nothing was written.");
        }
    }

    @Override
    public void close() {
        clerk.shutdown();
        if (taken != null) {
            room.acquireUninterruptibly(WAITING);
            taken.close();
        }
    }
}
