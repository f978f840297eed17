package org.eyrie.lrmf.outcomes;

import org.eyrie.task.Progress;

/**
 * How a fit runs; nothing of it changes a digit of what is found.
 *
 * @param threads how many work at once, at least one
 * @param progress hears of every step, and is asked by all threads whether to go on
 */
public record RunContext(int threads, Progress progress) {

    public RunContext {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread must work, not " + threads);
        }
    }

    /** Nobody listens and nobody cancels. */
    public static RunContext of(int threads) {
        return new RunContext(threads, Progress.NONE);
    }

    /** As many threads as there are processors, but no more than tables of outcomes are worth. */
    public static RunContext usual(Progress progress) {
        return new RunContext(Math.min(8, Runtime.getRuntime().availableProcessors()), progress);
    }

    /** The same with another listener. */
    public RunContext heardBy(Progress.Listener other) {
        return new RunContext(threads, progress.heardBy(other));
    }
}
