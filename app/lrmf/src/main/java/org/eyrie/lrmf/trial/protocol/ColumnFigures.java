package org.eyrie.lrmf.trial.protocol;

/**
 * How good predictions were in one column.
 *
 * @param column index of the column
 * @param figures over all held-out cells of the column, all rounds together
 */
public record ColumnFigures(int column, Figures figures) {}
