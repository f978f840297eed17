package org.eyrie.engine.fit;

/** Hears how a long job gets on. Called from threads that work, one at a time, which is why it must be quick. */
public interface Progress {

    /** Hears nothing and never cancels. */
    Progress SILENT = (phase, done, total) -> true;

    /**
     * Hears of a step.
     *
     * @param phase what is being done, for people
     * @param done steps behind
     * @param total all steps, or 0 where nobody can tell
     * @return whether to go on; false cancels the job
     */
    boolean at(String phase, long done, long total);
}
