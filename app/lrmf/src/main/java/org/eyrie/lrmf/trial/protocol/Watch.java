package org.eyrie.lrmf.trial.protocol;

import org.eyrie.task.CancelledException;

/** Told how far a job is, and asked whether it should go on. Called from the thread that does the job. */
public interface Watch {

    /** Listens to nothing and never stops anything. */
    Watch NONE = new Watch() {
        @Override
        public void at(String step, double share) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * A job went on.
     *
     * @param step what is being done, for people
     * @param share how much of the whole is done, 0 to 1
     */
    void at(String step, double share);

    /** Whether the job should end early. */
    boolean cancelled();

    /**
     * Ends a job that should end.
     *
     * @throws CancelledException if it should
     */
    default void check() {
        if (cancelled()) {
            throw new CancelledException("Cancelled");
        }
    }

    /** A watch for one part of this job: its 0 and 1 are {@code from} and {@code to} here, its steps belong to one. */
    default Watch part(String step, double from, double to) {
        Watch whole = this;
        return new Watch() {
            @Override
            public void at(String inner, double share) {
                whole.at(step + (inner.isEmpty() ? "" : ", " + inner), from + (to - from) * share);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
