package org.eyrie.lrmf.observation;

import java.io.Serializable;
import java.util.Arrays;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.Observations;

/** Measured cells by model, as logits. Cells of a model are in the order of its columns. */
public final class ObservedCells implements Serializable {

    public final int[] start;
    public final int[] column;
    public final double[] logit;
    public final double[] trials;

    private ObservedCells(int[] start, int[] column, double[] logit, double[] trials) {
        this.start = start;
        this.column = column;
        this.logit = logit;
        this.trials = trials;
    }

    public static ObservedCells of(Observations observations, int models, ScoreScale scale) {
        return of(
                models,
                observations.columns(),
                observations.model(),
                observations.column(),
                logits(observations, scale),
                observations.trials());
    }

    /** No cells of no models. */
    public static ObservedCells none() {
        return new ObservedCells(new int[1], new int[0], new double[0], new double[0]);
    }

    /** The cells of some models, whose numbers count in the order given. */
    public ObservedCells ofModels(int[] chosen) {
        int[] from = new int[chosen.length + 1];
        for (int k = 0; k < chosen.length; k++) {
            from[k + 1] = from[k] + count(chosen[k]);
        }
        int[] cell = new int[from[chosen.length]];
        for (int k = 0; k < chosen.length; k++) {
            for (int c = from[k]; c < from[k + 1]; c++) {
                cell[c] = start[chosen[k]] + c - from[k];
            }
        }
        return new ObservedCells(
                from,
                Arrays.stream(cell).map(c -> column[c]).toArray(),
                Arrays.stream(cell).mapToDouble(c -> logit[c]).toArray(),
                Arrays.stream(cell).mapToDouble(c -> trials[c]).toArray());
    }

    private static double[] logits(Observations observations, ScoreScale scale) {
        return Arrays.stream(observations.score()).map(scale::logit).toArray();
    }

    private static ObservedCells of(
            int models, int columns, int[] model, int[] columnOf, double[] logits, double[] trialsOf) {
        int count = model.length;
        Groups byModel = Groups.of(model, models, Groups.of(columnOf, columns).items());
        int[] column = new int[count];
        double[] logit = new double[count];
        double[] trials = new double[count];
        for (int k = 0; k < count; k++) {
            int c = byModel.item(k);
            column[k] = columnOf[c];
            logit[k] = logits[c];
            trials[k] = trialsOf[c];
        }
        return new ObservedCells(byModel.starts(), column, logit, trials);
    }

    /** These and more. */
    public ObservedCells and(Observations more, ScoreScale scale) {
        int[] model = new int[size()];
        for (int u = 0; u < models(); u++) {
            Arrays.fill(model, start[u], start[u + 1], u);
        }
        return of(
                models(),
                more.columns(),
                joined(model, more.model()),
                joined(column, more.column()),
                joined(logit, logits(more, scale)),
                joined(trials, more.trials()));
    }

    private static int[] joined(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    public int models() {
        return start.length - 1;
    }

    /** Number of measured cells of a model. */
    public int count(int model) {
        return start[model + 1] - start[model];
    }

    public int size() {
        return column.length;
    }
}
