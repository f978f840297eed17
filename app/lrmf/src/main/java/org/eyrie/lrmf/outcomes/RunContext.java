package org.eyrie.lrmf.outcomes;

import java.util.function.BooleanSupplier;

/**
 * How a fit runs; nothing of it changes a digit of what is found.
 *
 * @param threads how many work at once, at least one
 * @param listener hears of every step
 * @param cancelled asked often; once true, the fit ends soon
 */
public record RunContext(int threads, Listener listener, BooleanSupplier cancelled) {

    /** Called after every step of a fit. A fit that converges takes fewer steps than it might. */
    @FunctionalInterface
    public interface Listener {
        void onStep(int done, int steps);
    }

    public RunContext {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread must work, not " + threads);
        }
    }

    /** Nobody listens and nobody cancels. */
    public static RunContext of(int threads) {
        return new RunContext(threads, (done, steps) -> {}, () -> false);
    }

    /** As many threads as there are processors, but no more than tables of outcomes are worth. */
    public static RunContext usual(Listener listener, BooleanSupplier cancelled) {
        return new RunContext(Math.min(8, Runtime.getRuntime().availableProcessors()), listener, cancelled);
    }

    /** The same with another listener. */
    public RunContext heardBy(Listener other) {
        return new RunContext(threads, other, cancelled);
    }
}
