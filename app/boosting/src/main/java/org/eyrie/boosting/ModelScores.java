package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Problem;

/** Scores by model and column, and when models were published. A cell that was measured twice has the mean. */
final class ModelScores {

    private final int columns;
    private final double[][] score;
    private final double[] day;

    ModelScores(Problem problem) {
        int models = problem.lineage().models();
        var cells = problem.observations();
        columns = cells.columns();
        day = problem.traits().uploadedDay();
        score = new double[columns][models];
        int[][] times = new int[columns][models];
        for (double[] column : score) {
            Arrays.fill(column, Double.NaN);
        }
        for (int c = 0; c < cells.cells(); c++) {
            int i = cells.column()[c];
            int u = cells.model()[c];
            int before = times[i][u]++;
            score[i][u] = before == 0 ? cells.score()[c] : (score[i][u] * before + cells.score()[c]) / (before + 1);
        }
    }

    private ModelScores(double[][] score, double[] day) {
        this.columns = score.length;
        this.score = score;
        this.day = day;
    }

    /** The same without the scores of some models. */
    ModelScores without(IntPredicate hidden) {
        double[][] left = new double[columns][];
        for (int i = 0; i < columns; i++) {
            double[] all = score[i];
            left[i] = IntStream.range(0, all.length)
                    .mapToDouble(u -> hidden.test(u) ? Double.NaN : all[u])
                    .toArray();
        }
        return new ModelScores(left, day);
    }

    int models() {
        return day.length;
    }

    int columns() {
        return columns;
    }

    /** The score, NaN where there is none. */
    double at(int model, int column) {
        return score[column][model];
    }

    /** Day of publication from 1970-01-01, NaN where unknown. */
    double day(int model) {
        return day[model];
    }

    /** Models with a score in a column, ascending. */
    int[] measured(int column) {
        List<Integer> found = new ArrayList<>();
        for (int u = 0; u < models(); u++) {
            if (!Double.isNaN(score[column][u])) {
                found.add(u);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a model has any score. */
    boolean any(int model) {
        return Arrays.stream(score).anyMatch(column -> !Double.isNaN(column[model]));
    }

    /** Mean over a column, NaN where it is empty. */
    double mean(int column) {
        return Arrays.stream(score[column])
                .filter(s -> !Double.isNaN(s))
                .average()
                .orElse(Double.NaN);
    }
}
