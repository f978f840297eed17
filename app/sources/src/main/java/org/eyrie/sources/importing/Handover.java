package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Hands what a source finds over to a pass that checks it on another thread, in the order in which it was found, while the
 * source goes on reading. The pass hears of progress on the thread that reads. What it throws is thrown there too, with the next
 * finding or by {@link #failIfItFailed}.
 */
final class Handover implements FactSink, AutoCloseable {

    private static final int AT_ONCE = 1_000;

    /** Outcomes are long. In characters. */
    private static final long MAX_WEIGHT = 1_000_000;

    /** Handed over and not taken yet: more would only fill the memory. */
    private static final int WAITING = 8;

    private final Pass pass;
    private final Semaphore room = new Semaphore(WAITING);
    private @Nullable ExecutorService checker;
    private List<Finding> found = new ArrayList<>();
    private long weight;
    private volatile @Nullable Throwable failure;

    Handover(Pass pass) {
        this.pass = pass;
    }

    @Override
    public void take(Finding finding) {
        failIfItFailed();
        found.add(finding);
        if (finding instanceof Finding.Row row) {
            weight += Batch.weight(row);
        }
        if (found.size() >= AT_ONCE || weight >= MAX_WEIGHT) {
            hand();
        }
    }

    @Override
    public void reached(long done, long total) {
        failIfItFailed();
        pass.reached(done, total);
    }

    private void hand() {
        List<Finding> handed = found;
        found = new ArrayList<>(AT_ONCE);
        weight = 0;
        ExecutorService working = checker;
        if (working == null) {
            working = Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "import-checker");
                thread.setDaemon(true);
                return thread;
            });
            checker = working;
        }
        room.acquireUninterruptibly();
        working.execute(() -> {
            try {
                check(handed);
            } finally {
                room.release();
            }
        });
    }

    private void check(List<Finding> handed) {
        try {
            for (int at = 0; at < handed.size() && failure == null; at++) {
                pass.take(handed.get(at));
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Waits until all is checked; what comes of it is for {@link #failIfItFailed}. Of little, nobody else is asked. */
    @Override
    public void close() {
        ExecutorService working = checker;
        if (working == null) {
            check(found);
        } else {
            hand();
            room.acquireUninterruptibly(WAITING);
            working.shutdown();
        }
    }

    /** Throws what the pass threw. */
    void failIfItFailed() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
