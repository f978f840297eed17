package org.eyrie.sources.spi;

/** Watches an import, and may end it. Called on the importing thread. */
public interface ImportMonitor {

    /** Nobody watches. */
    ImportMonitor NONE = new ImportMonitor() {};

    /** What an import is doing. */
    enum Phase {
        /** Reads everything, writes nothing. */
        CHECKING,
        /** Reads everything again and writes it; in a dry run, works out what would be written. */
        WRITING
    }

    /**
     * Called after every few rows.
     *
     * @param done bytes, rows or pages read in this phase; never falls within one input
     * @param total of how many, -1 where unknown
     */
    default void onProgress(Phase phase, long done, long total) {}

    /** Whether the import shall end now. Batches that were written stay; the next run completes them. */
    default boolean isCancelled() {
        return false;
    }
}
