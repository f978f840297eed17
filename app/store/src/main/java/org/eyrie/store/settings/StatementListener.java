package org.eyrie.store.settings;

/** Hears of every statement that ran. */
@FunctionalInterface
public interface StatementListener {

    /** Hears nothing. */
    StatementListener NONE = (file, nanos, failed) -> {};

    /**
     * A statement ran, its answer read to the end.
     *
     * @param file its group and name under {@code cypher/}, without the ending
     * @param nanos from when it was sent
     * @param failed whether it threw
     */
    void ran(String file, long nanos, boolean failed);
}
