package org.eyrie.lrmf.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.Observations;

/** Predictions and truths of all rounds of an experiment. */
final class Tally {

    private final int columns;
    private final List<Observations> truths = new ArrayList<>();
    private final List<Estimates> estimates = new ArrayList<>();
    private final BitSet models = new BitSet();

    Tally(int columns) {
        this.columns = columns;
    }

    void add(Observations heldOut, Estimates predicted) {
        truths.add(heldOut);
        estimates.add(predicted);
        Arrays.stream(heldOut.model()).forEach(models::set);
    }

    /** Number of models with held-out cells. */
    int models() {
        return models.cardinality();
    }

    /** Figures of every column that has held-out cells. */
    List<ColumnFigures> columns() {
        int[] size = new int[columns];
        for (Observations truth : truths) {
            Arrays.stream(truth.column()).forEach(column -> size[column]++);
        }
        int[] end = size.clone();
        Arrays.parallelPrefix(end, Integer::sum);
        int cells = columns == 0 ? 0 : end[columns - 1];
        double[] mean = new double[cells];
        double[] lower = new double[cells];
        double[] upper = new double[cells];
        double[] score = new double[cells];
        int[] next = new int[columns];
        for (int round = 0; round < truths.size(); round++) {
            Observations truth = truths.get(round);
            Estimates estimate = estimates.get(round);
            for (int c = 0; c < truth.cells(); c++) {
                int column = truth.column()[c];
                int at = end[column] - size[column] + next[column]++;
                mean[at] = estimate.mean()[c];
                lower[at] = estimate.lower()[c];
                upper[at] = estimate.upper()[c];
                score[at] = truth.score()[c];
            }
        }
        List<ColumnFigures> figures = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int to = end[column];
            int from = to - size[column];
            if (from < to) {
                Estimates of = new Estimates(part(mean, from, to), part(lower, from, to), part(upper, from, to));
                figures.add(new ColumnFigures(column, Figures.of(of, part(score, from, to))));
            }
        }
        return figures;
    }

    private static double[] part(double[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
