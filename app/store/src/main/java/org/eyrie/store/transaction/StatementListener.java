package org.eyrie.store.transaction;

import org.eyrie.store.statement.Statement;

/** Hears of every statement that ran. */
@FunctionalInterface
public interface StatementListener {

    /** Hears nothing. */
    StatementListener NONE = (statement, nanos, failed) -> {};

    /**
     * A statement ran, its answer read to the end.
     *
     * @param nanos from when it was sent
     * @param failed whether it threw
     */
    void ran(Statement statement, long nanos, boolean failed);
}
