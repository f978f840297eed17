package org.eyrie.lrmf.outcomes;

import java.io.Serializable;

/**
 * How factors lie in memory. A row is a factor of rank d with its intercept behind it, D = d + 1 numbers; its outer
 * product is stored as the lower triangle, row by row. Both are padded with zeros to whole vector registers.
 *
 * @param rank d, at least one
 */
record PaddedRank(int rank) implements Serializable {

    /** Single-precision lanes of the widest register in use, 512 bits. */
    static final int LANES = 16;

    static final int MOST = 256;

    PaddedRank {
        if (rank < 1 || rank > MOST) {
            throw new IllegalArgumentException("The rank must be between 1 and " + MOST + ": " + rank);
        }
    }

    /** D, a factor with its intercept. */
    int extended() {
        return rank + 1;
    }

    /** Floats from one factor to the next. */
    int row() {
        return padded(extended());
    }

    /** Floats from one outer product to the next. */
    int outer() {
        return padded(extended() * (extended() + 1) / 2);
    }

    private static int padded(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }
}
