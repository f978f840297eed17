package org.eyrie.server.answers;

import java.util.concurrent.atomic.LongAdder;

/** How many answers came out of memory, were worked out, and were refused. */
public final class AnswerCounts {

    private final LongAdder kept = new LongAdder();
    private final LongAdder workedOut = new LongAdder();
    private final LongAdder refused = new LongAdder();

    AnswerCounts() {}

    public long kept() {
        return kept.sum();
    }

    public long workedOut() {
        return workedOut.sum();
    }

    public long refused() {
        return refused.sum();
    }

    void countKept() {
        kept.increment();
    }

    void countWorkedOut() {
        workedOut.increment();
    }

    void countRefused() {
        refused.increment();
    }
}
