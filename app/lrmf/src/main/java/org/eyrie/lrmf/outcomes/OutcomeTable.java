package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Seen outcomes, rows x columns, in compressed rows: one int a cell, so that a table of 63 million cells takes 252 MB.
 * Within a row the columns ascend.
 */
public final class OutcomeTable implements Serializable {

    private final int columns;
    private final int[] start;
    private final int[] cell;

    private OutcomeTable(int columns, int[] start, int[] cell) {
        this.columns = columns;
        this.start = start;
        this.cell = cell;
    }

    /**
     * A table of the cells (row[c], column[c], success[c]), which may come in any order.
     *
     * @param rows number of rows n
     * @param columns number of columns m, at most 2^30
     * @param row 0 to n - 1
     * @param column 0 to m - 1
     * @param success 1 for a success, 0 for a failure
     * @throws IllegalArgumentException if an index is out of range, an outcome is neither, or a cell stands twice
     */
    public static OutcomeTable of(int rows, int columns, int[] row, int[] column, byte[] success) {
        if (columns < 0 || columns > 1 << 30) {
            throw new IllegalArgumentException("A table has 0 to 2^30 columns, not " + columns);
        }
        int[] start = new int[rows + 1];
        for (int c = 0; c < row.length; c++) {
            if (row[c] < 0 || row[c] >= rows || column[c] < 0 || column[c] >= columns) {
                throw new IllegalArgumentException(
                        "No cell (" + row[c] + ", " + column[c] + ") in a table of " + rows + " x " + columns);
            }
            if (success[c] != 0 && success[c] != 1) {
                throw new IllegalArgumentException("An outcome is 0 or 1, not " + success[c]);
            }
            start[row[c] + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, rows);
        int[] cell = new int[row.length];
        for (int c = 0; c < row.length; c++) {
            cell[next[row[c]]++] = (column[c] << 1) | success[c];
        }
        OutcomeTable table = new OutcomeTable(columns, start, cell);
        table.sortRows();
        return table;
    }

    private void sortRows() {
        for (int row = 0; row < rows(); row++) {
            Arrays.sort(cell, start[row], start[row + 1]);
            for (int c = start[row] + 1; c < start[row + 1]; c++) {
                if (cell[c] >> 1 == cell[c - 1] >> 1) {
                    throw new IllegalArgumentException("Cell (" + row + ", " + (cell[c] >> 1) + ") stands twice");
                }
            }
        }
    }

    /** The same cells with rows and columns exchanged; takes one pass and as much memory again. */
    public OutcomeTable transposed() {
        int[] newStart = new int[columns + 1];
        for (int packed : cell) {
            newStart[(packed >> 1) + 1]++;
        }
        Arrays.parallelPrefix(newStart, Integer::sum);
        int[] next = Arrays.copyOf(newStart, columns);
        int[] newCell = new int[cell.length];
        for (int row = 0; row < rows(); row++) {
            for (int c = start[row]; c < start[row + 1]; c++) {
                newCell[next[cell[c] >> 1]++] = (row << 1) | (cell[c] & 1);
            }
        }
        return new OutcomeTable(rows(), newStart, newCell);
    }

    /** The same without the cells of some rows. */
    public OutcomeTable without(boolean[] row) {
        int[] newStart = new int[start.length];
        int[] newCell = new int[cell.length];
        int filled = 0;
        for (int u = 0; u < rows(); u++) {
            if (!row[u]) {
                System.arraycopy(cell, start[u], newCell, filled, cells(u));
                filled += cells(u);
            }
            newStart[u + 1] = filled;
        }
        return new OutcomeTable(columns, newStart, Arrays.copyOf(newCell, filled));
    }

    /** Some rows alone, renumbered in their order. */
    public OutcomeTable ofRows(int[] row) {
        int[] newStart = new int[row.length + 1];
        for (int k = 0; k < row.length; k++) {
            newStart[k + 1] = newStart[k] + cells(row[k]);
        }
        int[] newCell = new int[newStart[row.length]];
        for (int k = 0; k < row.length; k++) {
            System.arraycopy(cell, start[row[k]], newCell, newStart[k], cells(row[k]));
        }
        return new OutcomeTable(columns, newStart, newCell);
    }

    /** Tables of the same columns, one below the other. */
    public static OutcomeTable together(List<OutcomeTable> parts) {
        int[] start = new int[parts.stream().mapToInt(OutcomeTable::rows).sum() + 1];
        int[] cell = new int[parts.stream().mapToInt(OutcomeTable::cells).reduce(0, Math::addExact)];
        int row = 0;
        for (OutcomeTable part : parts) {
            System.arraycopy(part.cell, 0, cell, start[row], part.cell.length);
            for (int u = 0; u < part.rows(); u++, row++) {
                start[row + 1] = start[row] + part.cells(u);
            }
        }
        return new OutcomeTable(parts.get(0).columns, start, cell);
    }

    /** Column of the k-th seen cell of a row. */
    public int column(int row, int k) {
        return cell[start[row] + k] >> 1;
    }

    /** Whether the k-th seen cell of a row is a success. */
    public boolean success(int row, int k) {
        return (cell[start[row] + k] & 1) == 1;
    }

    public int rows() {
        return start.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** Number of seen cells. */
    public int cells() {
        return cell.length;
    }

    /** Number of seen cells in a row. */
    public int cells(int row) {
        return start[row + 1] - start[row];
    }

    /** Where a row begins in {@link #packed()}; {@code begin(rows())} is where the last one ends. */
    int begin(int row) {
        return start[row];
    }

    /** The cells: twice the column, plus one for a success. Not a copy. */
    int[] packed() {
        return cell;
    }
}
