package org.eyrie.engine.fit;

import java.util.function.BooleanSupplier;
import org.eyrie.lrmf.outcomes.RunContext;

/**
 * Tells a job's progress what an item fit tells, and the fit whether the job is still wanted. A sweep over many items
 * is long: it asks between a few rows and the next, from whichever thread has them.
 */
final class ItemProgress implements RunContext.Listener, BooleanSupplier {

    private final Progress progress;
    private int done;
    private int steps;
    private boolean cancelled;

    ItemProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void onStep(int stepsDone, int all) {
        done = stepsDone;
        steps = all;
        ask();
    }

    /** Whether the job is not wanted any more; once it is not, it stays so. */
    @Override
    public synchronized boolean getAsBoolean() {
        ask();
        return cancelled;
    }

    private void ask() {
        cancelled |= !progress.at("learning items", done, steps);
    }
}
