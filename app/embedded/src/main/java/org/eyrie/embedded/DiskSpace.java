package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import org.eyrie.model.StoreUnavailableException;

/** How much room the disk of a data folder has: what is too little explains most of what fails there. */
final class DiskSpace {

    /** Bytes; a start writes some 4 MB in a new folder, and the first import a transaction log of 4 MB more. */
    private static final long SCARCE = 8L << 20;

    /**
     * Bytes, without which nothing is begun: on a full disk Neo4j neither starts nor ends, and what it can't write into its
     * log nobody learns.
     */
    private static final long USED_UP = 1L << 20;

    private DiskSpace() {}

    /** @throws StoreUnavailableException with the cure, if there is no room for a start */
    static void require(DataFolder folder) {
        if (isUsedUp(folder)) {
            throw new StoreUnavailableException(warning(folder).strip(), null);
        }
    }

    /** A sentence with the cure where there is hardly any room left, followed by a blank; else nothing. */
    static String warning(DataFolder folder) {
        long left = left(folder);
        return left > SCARCE
                ? ""
                : "The disk of " + folder.root() + " is full (" + left / 1024
                        + " kB left): free some space and start again, what was committed is kept. ";
    }

    static boolean isUsedUp(DataFolder folder) {
        return left(folder) < USED_UP;
    }

    static boolean isScarce(DataFolder folder) {
        return left(folder) <= SCARCE;
    }

    /** Bytes that may be written. Where it cannot be told, there is enough. */
    static long left(DataFolder folder) {
        try {
            return Files.getFileStore(folder.root()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
