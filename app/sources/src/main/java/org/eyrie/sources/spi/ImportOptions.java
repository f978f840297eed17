package org.eyrie.sources.spi;

/**
 * How an import is done.
 *
 * @param dryRun say what would happen, write nothing
 * @param skipBadRows write the good rows of input with bad ones, which otherwise is refused whole
 * @param strict refuse names that may be slips of known ones, which otherwise are noted
 * @param batchSize how many facts are written in one transaction, 1 to {@value #MAX_BATCH}
 */
public record ImportOptions(boolean dryRun, boolean skipBadRows, boolean strict, int batchSize) {

    /** The largest transaction, in facts. */
    public static final int MAX_BATCH = 100_000;

    /** Writes, refuses input with bad rows, 5,000 facts a transaction. */
    public static final ImportOptions DEFAULT = new ImportOptions(false, false, false, 5_000);

    public ImportOptions {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("A batch has 1 to " + MAX_BATCH + " facts, not " + batchSize);
        }
    }

    public ImportOptions withDryRun(boolean value) {
        return new ImportOptions(value, skipBadRows, strict, batchSize);
    }

    public ImportOptions withSkipBadRows(boolean value) {
        return new ImportOptions(dryRun, value, strict, batchSize);
    }

    public ImportOptions withBatchSize(int value) {
        return new ImportOptions(dryRun, skipBadRows, strict, value);
    }

    public ImportOptions withStrict(boolean value) {
        return new ImportOptions(dryRun, skipBadRows, value, batchSize);
    }
}
