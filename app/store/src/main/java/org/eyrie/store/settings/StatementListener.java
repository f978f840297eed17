package org.eyrie.store.settings;

/** Hears of every statement that ran, on the thread that ran it. */
@FunctionalInterface
public interface StatementListener {

    /** Hears nothing. */
    StatementListener NONE = (file, nanos, rows, failed) -> {};

    /**
     * A statement ran, its answer read to the end.
     *
     * @param file its group and name under {@code cypher/}, without the ending
     * @param nanos from when it was sent
     * @param rows how many its answer had; 0 where it has none, or threw
     * @param failed whether it threw
     */
    void ran(String file, long nanos, int rows, boolean failed);

    /** Both hear. */
    default StatementListener and(StatementListener other) {
        return (file, nanos, rows, failed) -> {
            ran(file, nanos, rows, failed);
            other.ran(file, nanos, rows, failed);
        };
    }
}
