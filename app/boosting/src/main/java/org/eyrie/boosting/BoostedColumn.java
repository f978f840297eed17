package org.eyrie.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One column, learned five times, each time without a fifth of the models: errors on those are honest, and what is asked
 * for is the mean of all five.
 *
 * @param mean predictions, one per model that was asked for, 0 to 1
 * @param residuals truths less predictions of models that the trees did not see
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record BoostedColumn(double[] mean, double[] residuals) {

    /** With other scores shown a model is learned from so often, each time with others. */
    private static final int SHOWINGS = 2;

    /** Fewer models than this make no tree; their mean is the prediction. */
    private static final int FEWEST = 20;

    /**
     * What a column is learned with.
     *
     * @param past whether models are learned from as they were in their time, since the future is asked for
     */
    record Task(Parts parts, ModelScores scores, int column, boolean past, long seed) {}

    /**
     * Learns.
     *
     * @param asked models to predict
     */
    static BoostedColumn learn(Task task, int[] asked) {
        ModelScores scores = task.scores();
        int[] models = Arrays.stream(scores.measured(task.column()))
                .filter(u -> !task.past() || !Double.isNaN(scores.day(u)))
                .toArray();
        if (models.length < FEWEST) {
            return constant(task, models, asked);
        }
        SplittableRandom random = new SplittableRandom(task.seed() + task.column());
        int[] counts = IntStream.of(asked)
                .map(u -> ShownScores.others(scores, u, task.column()).length)
                .toArray();
        ShownScores shown = new ShownScores(scores, counts);
        int showings = shown.any() ? SHOWINGS : 1;
        double[][][] rows = new double[models.length][showings][];
        for (int k = 0; k < models.length; k++) {
            for (int showing = 0; showing < showings; showing++) {
                int[] columns = shown.draw(models[k], task.column(), random);
                rows[k][showing] = learned(task, models[k], columns);
            }
        }
        double[][] questions = IntStream.of(asked)
                .mapToObj(u -> row(task.parts().whole(), u, task, false, ShownScores.others(scores, u, task.column())))
                .toArray(double[][]::new);
        return fifths(task, models, rows, questions);
    }

    private static BoostedColumn fifths(Task task, int[] models, double[][][] rows, double[][] questions) {
        double[] mean = new double[questions.length];
        double[] residuals = new double[models.length];
        double[] asked = flat(questions);
        for (int f = 0; f < Parts.FIFTHS; f++) {
            int fifth = f;
            int[] seen = IntStream.range(0, models.length)
                    .filter(k -> task.parts().fifth(models[k]) != fifth)
                    .toArray();
            int[] unseen = IntStream.range(0, models.length)
                    .filter(k -> task.parts().fifth(models[k]) == fifth)
                    .toArray();
            double[][] learned = IntStream.of(seen)
                    .mapToObj(k -> rows[k])
                    .flatMap(Arrays::stream)
                    .toArray(double[][]::new);
            float[] target = new float[learned.length];
            for (int k = 0; k < target.length; k++) {
                int model = models[seen[k / rows[0].length]];
                target[k] = (float) task.scores().at(model, task.column());
            }
            try (LightGbm trees = LightGbm.learn(flat(learned), target, task.seed() + f)) {
                double[] answers = trees.predict(asked, questions.length);
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += bounded(answers[k]) / Parts.FIFTHS;
                }
                double[][] left = IntStream.of(unseen).mapToObj(k -> rows[k][0]).toArray(double[][]::new);
                double[] guesses = trees.predict(flat(left), left.length);
                for (int k = 0; k < unseen.length; k++) {
                    double truth = task.scores().at(models[unseen[k]], task.column());
                    residuals[unseen[k]] = truth - bounded(guesses[k]);
                }
            }
        }
        return new BoostedColumn(mean, residuals);
    }

    private static BoostedColumn constant(Task task, int[] models, int[] asked) {
        double whole = task.scores().mean(task.column());
        double[] mean = new double[asked.length];
        Arrays.fill(mean, Double.isNaN(whole) ? 0.5 : whole);
        double[] residuals = IntStream.of(models)
                .mapToDouble(u -> task.scores().at(u, task.column()) - whole)
                .toArray();
        return new BoostedColumn(mean, residuals);
    }

    /** A model that is learned from: as it was in its time, or with the scores of its part hidden. */
    private static double[] learned(Task task, int model, int[] shown) {
        FeatureTable features =
                task.past() ? task.parts().whole() : task.parts().without(model);
        return row(features, model, task, task.past(), shown);
    }

    private static double[] row(FeatureTable features, int model, Task task, boolean past, int[] shown) {
        DoubleRow row = new DoubleRow();
        features.append(model, task.column(), past, shown, row);
        return row.toArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double bounded(double score) {
        return Math.max(0, Math.min(1, score));
    }
}
