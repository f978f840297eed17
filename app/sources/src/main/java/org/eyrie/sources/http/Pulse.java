package org.eyrie.sources.http;

/** Asked a few times a second while something takes long; may end it. */
@FunctionalInterface
public interface Pulse {

    /** Never ends anything. */
    Pulse NONE = () -> {};

    /**
     * Returns where all may go on.
     *
     * @throws org.eyrie.task.CancelledException to end what is going on
     */
    void beat();
}
