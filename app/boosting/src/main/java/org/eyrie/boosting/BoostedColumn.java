package org.eyrie.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;

/**
 * One column, learned in parts: each part's trees never saw its models, so that errors on them are honest, and what is
 * asked for is the mean of all parts' trees.
 *
 * @param mean predictions, one per model that was asked for, 0 to 1
 * @param residuals truths less predictions of models that the trees did not see
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record BoostedColumn(double[] mean, double[] residuals) {

    private static final int PARTS = 5;

    /** With other scores shown a model is learned from so often, each time with others. */
    private static final int SHOWINGS = 4;

    /** Fewer models than this make no tree; their mean is the prediction. */
    private static final int FEWEST = 20;

    /**
     * What a column is learned with.
     *
     * @param past whether models are learned from as they were in their time, since the future is asked for
     */
    record Task(FeatureTable features, ScoreTable scores, int column, boolean past, long seed) {}

    /**
     * Learns.
     *
     * @param asked models to predict
     */
    static BoostedColumn learn(Task task, int[] asked) {
        ScoreTable scores = task.scores();
        int[] models = Arrays.stream(scores.measured(task.column()))
                .filter(u -> !task.past() || !Double.isNaN(scores.day(u)))
                .toArray();
        if (models.length < FEWEST) {
            return constant(task, models, asked);
        }
        SplittableRandom random = new SplittableRandom(task.seed() + task.column());
        int[] shuffled = Shuffle.of(models, random);
        int[] counts = IntStream.of(asked)
                .map(u -> ShownScores.others(scores, u, task.column()).length)
                .toArray();
        ShownScores shown = new ShownScores(scores, counts);
        int showings = shown.any() ? SHOWINGS : 1;
        double[][][] rows = new double[shuffled.length][showings][];
        for (int k = 0; k < shuffled.length; k++) {
            for (int showing = 0; showing < showings; showing++) {
                int[] columns = shown.draw(shuffled[k], task.column(), random);
                rows[k][showing] = row(task, shuffled[k], task.past(), columns);
            }
        }
        double[][] questions = IntStream.of(asked)
                .mapToObj(u -> row(task, u, false, ShownScores.others(scores, u, task.column())))
                .toArray(double[][]::new);
        return parts(task, shuffled, rows, questions);
    }

    private static BoostedColumn parts(Task task, int[] models, double[][][] rows, double[][] questions) {
        double[] mean = new double[questions.length];
        double[] residuals = new double[models.length];
        double[] asked = flat(questions);
        for (int p = 0; p < PARTS; p++) {
            int part = p;
            int[] seen = IntStream.range(0, models.length)
                    .filter(k -> k % PARTS != part)
                    .toArray();
            int[] unseen = IntStream.range(0, models.length)
                    .filter(k -> k % PARTS == part)
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
            try (LightGbm trees = LightGbm.learn(flat(learned), target, task.seed() + p)) {
                double[] answers = trees.predict(asked, questions.length);
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += bounded(answers[k]) / PARTS;
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

    private static double[] row(Task task, int model, boolean past, int[] shown) {
        DoubleRow row = new DoubleRow();
        task.features().append(model, task.column(), past, shown, row);
        return row.toArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double bounded(double score) {
        return Math.max(0, Math.min(1, score));
    }
}
