package org.eyrie.lrmf.trial.protocol;

/**
 * How good predictions were in one column.
 *
 * @param column index of the column
 * @param figures over all cells of the column that were asked for, all rounds together
 */
public record ColumnFigures(int column, Figures figures) {

    /** With fewer cells than this a column's figures are luck: the correlation of two cells is 1 or -1. */
    public static final int FEWEST_CELLS = 10;

    /** Whether the column has a part in means over columns. */
    public boolean counts() {
        return figures.n() >= FEWEST_CELLS;
    }
}
