package org.eyrie.task;

import java.util.function.BooleanSupplier;

/**
 * Told how far a job is, and asked whether it should go on. Called from threads that work, maybe from several at once,
 * which is why it must be quick.
 */
public interface Progress {

    /** Hears nothing and never cancels. */
    Progress NONE = of((step, done, total) -> {}, () -> false);

    /** Hears of steps. */
    @FunctionalInterface
    interface Listener {

        /** As {@link Progress#at}. */
        void at(String step, long done, long total);
    }

    /**
     * Made of two halves.
     *
     * @param cancelled as {@link #cancelled()}
     */
    static Progress of(Listener listener, BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void at(String step, long done, long total) {
                listener.at(step, done, total);
            }

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /**
     * The job went on.
     *
     * @param step what is being done, for people
     * @param done how much of it is behind
     * @param total how much there is, 0 where nobody can tell; a job that converges may end before
     */
    void at(String step, long done, long total);

    /** Whether the job should end early. Asked often; once true, it stays so. */
    boolean cancelled();

    /**
     * Ends a job that should end.
     *
     * @throws CancelledException if it should
     */
    default void check() {
        if (cancelled()) {
            throw new CancelledException("Cancelled.");
        }
    }

    /** The same wish to go on with another listener. */
    default Progress heardBy(Listener other) {
        return of(other, this::cancelled);
    }

    /** For one part of this job: its start and end are {@code from} and {@code to} here, 0 to 1, its steps this one's. */
    default Progress part(String step, double from, double to) {
        long whole = 1_000_000;
        return heardBy((inner, done, total) -> {
            double share = total > 0 ? (double) done / total : 0;
            at(
                    step.isEmpty() || inner.isEmpty() ? step + inner : step + ", " + inner,
                    Math.round(whole * (from + (to - from) * share)),
                    whole);
        });
    }
}
