package org.eyrie.task;

/**
 * A job was cancelled before it ended.
 *
 * <p>Not {@link java.util.concurrent.CancellationException}: that is an {@link IllegalStateException}, which readers of
 * Parquet and drivers of databases throw of their own, and whoever catches it as their fault would take a person's wish
 * for damage.
 */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CancelledException(String message) {
        super(message);
    }
}
