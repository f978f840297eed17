package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.linalg.ConjugateGradients;
import org.eyrie.task.Progress;

/** Ridge regression of logits on the marks that models have, each of which adds so much. */
final class MarkRegression {

    /** So many models say that a mark is worth nothing. Of 5, 10 and 15 none was better by more than .0001 in RMSE. */
    private static final double RIDGE = 15;

    /** As good as none. */
    private static final double FREE = 1e-3;

    /** Error left, relative to the solution, in the energy norm. */
    private static final double TOLERANCE = 1e-3;

    private static final int MOST_STEPS = 60;

    /** What each mark adds; the last of them is one that everybody has, and outweighs nothing. */
    private final double[] added;

    private MarkRegression(double[] added) {
        this.added = added;
    }

    /** Of nobody. */
    static MarkRegression none(int marks) {
        return new MarkRegression(new double[marks + 1]);
    }

    /**
     * Learns.
     *
     * @param marks per model
     * @param logit per model, NaN where there is none or it is hidden
     * @param near one of nearly the same models, to begin with
     */
    static MarkRegression of(int[][] marks, double[] logit, MarkRegression near) {
        int[] seen = IntStream.range(0, logit.length)
                .filter(u -> !Double.isNaN(logit[u]))
                .toArray();
        double[] added = near.added.clone();
        double[] residual = new double[added.length];
        double[] ridge = ridge(added.length);
        double[] diagonal = ridge.clone();
        double energy = 0;
        for (int u : seen) {
            energy += logit[u] * logit[u];
            add(residual, marks[u], logit[u] - sum(added, marks[u]));
            add(diagonal, marks[u], 1);
        }
        for (int mark = 0; mark < added.length; mark++) {
            residual[mark] -= ridge[mark] * added[mark];
        }
        new ConjugateGradients(
                        direction -> product(direction, seen, marks, ridge), by -> divided(by, diagonal), Progress.NONE)
                .improve(added, residual, TOLERANCE * TOLERANCE * energy, MOST_STEPS);
        return new MarkRegression(added);
    }

    private static double[] ridge(int marks) {
        double[] ridge = new double[marks];
        Arrays.fill(ridge, RIDGE);
        ridge[marks - 1] = FREE;
        return ridge;
    }

    /** What is expected of a model with such marks. */
    double predict(int[] marks) {
        return sum(added, marks);
    }

    private static double sum(double[] added, int[] marks) {
        double sum = added[added.length - 1];
        for (int mark : marks) {
            sum += added[mark];
        }
        return sum;
    }

    private static void add(double[] to, int[] marks, double value) {
        for (int mark : marks) {
            to[mark] += value;
        }
        to[to.length - 1] += value;
    }

    private static double[] product(double[] direction, int[] seen, int[][] marks, double[] ridge) {
        double[] image = new double[direction.length];
        for (int u : seen) {
            add(image, marks[u], sum(direction, marks[u]));
        }
        for (int mark = 0; mark < image.length; mark++) {
            image[mark] += ridge[mark] * direction[mark];
        }
        return image;
    }

    private static double[] divided(double[] by, double[] diagonal) {
        double[] result = new double[by.length];
        Arrays.setAll(result, mark -> by[mark] / diagonal[mark]);
        return result;
    }
}
