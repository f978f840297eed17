package org.eyrie.lrmf.problem;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Measured cells of the table models x columns. The arrays are parallel, one entry per cell, and belong to the
 * observations once handed in: they are neither copied nor changed.
 *
 * @param columns number of columns m: benchmarks or items
 * @param model row of the cell, from 0
 * @param column column of the cell, 0 to m - 1
 * @param score share of successes, 0 to 1
 * @param trials number of trials behind the score, positive: one for an item, the number of items for a benchmark
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays: tables have millions of cells
public record Observations(int columns, int[] model, int[] column, double[] score, double[] trials) {

    public Observations {
        if (column.length != model.length || score.length != model.length || trials.length != model.length) {
            throw new IllegalArgumentException("Cell arrays differ in length: " + model.length + ", " + column.length
                    + ", " + score.length + ", " + trials.length);
        }
        for (int c = 0; c < model.length; c++) {
            Indices.check("column", column[c], columns);
            if (model[c] < 0) {
                throw new IllegalArgumentException("No such model: " + model[c]);
            }
            if (!(score[c] >= 0 && score[c] <= 1)) {
                throw new IllegalArgumentException("A score must be between 0 and 1: " + score[c]);
            }
            if (!(trials[c] > 0 && trials[c] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The number of trials must be positive: " + trials[c]);
            }
        }
    }

    /** Some of the cells, by their index and in their order. */
    public Observations only(IntPredicate wanted) {
        int[] cell = IntStream.range(0, cells()).filter(wanted).toArray();
        return new Observations(
                columns,
                Indices.pick(model, cell),
                Indices.pick(column, cell),
                Indices.pick(score, cell),
                Indices.pick(trials, cell));
    }

    /** Number of measured cells. */
    public int cells() {
        return model.length;
    }
}
