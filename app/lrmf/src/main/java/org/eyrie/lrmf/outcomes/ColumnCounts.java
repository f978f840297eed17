package org.eyrie.lrmf.outcomes;

import java.io.Serializable;

/**
 * How often columns were seen, and how often with success; adds up over models.
 *
 * @param seen per column
 * @param right per column, of these
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ColumnCounts(int[] seen, int[] right) implements Serializable {

    /** Of all models of a table. */
    public static ColumnCounts of(OutcomeTable table) {
        ColumnCounts counts = new ColumnCounts(new int[table.columns()], new int[table.columns()]);
        for (int packed : table.packed()) {
            counts.seen[packed >> 1]++;
            counts.right[packed >> 1] += packed & 1;
        }
        return counts;
    }

    /** Of these models and others. */
    public ColumnCounts plus(ColumnCounts other) {
        ColumnCounts sum = new ColumnCounts(seen.clone(), right.clone());
        for (int i = 0; i < seen.length; i++) {
            sum.seen[i] += other.seen[i];
            sum.right[i] += other.right[i];
        }
        return sum;
    }

    int columns() {
        return seen.length;
    }
}
