package org.eyrie.lrmf.choice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.ScoreDraws;

/**
 * Which candidates to measure, so many at most, that the best of those measured be as good as can be expected.
 *
 * <p>Measurements have noise: one takes the candidate that looks best once measured, and gets its true score. What a
 * measurement makes of a candidate is the regression of its truth on the measurement. The expected maximum of these over a
 * batch is monotone and submodular in it, hence the greedy choice, whose gains are computed again only where they may still
 * be the largest (Minoux 1978), is within 1 − 1/e of the best batch's (Nemhauser, Wolsey and Fisher 1978).
 *
 * <p>Half of the draws choose, the other half says what the choice is worth, so that it is not flattered by the luck of the
 * draws.
 *
 * @param chosen the batch in the order of choice: cut off anywhere, it is the batch of so many
 * @param expectedBest expected true score of the one that looks best once the batch was measured, 0 to 1
 * @param ofBestMeans the same of a batch of the candidates with the highest expected scores
 * @param ofRandom the same of a batch drawn at random
 * @param ofAll the same if every candidate were measured
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
public record Batch(int[] chosen, double expectedBest, double ofBestMeans, double ofRandom, double ofAll) {

    private static final long SEED = 31;

    /**
     * Chooses among all models that were drawn.
     *
     * @param mean expected score per model, by which the best are told
     * @param budget how many at most, at least one
     * @throws IllegalArgumentException if there is no model or no budget
     */
    public static Batch of(ScoreDraws draws, double[] mean, int budget) {
        int models = draws.models();
        if (models == 0 || budget < 1 || mean.length != models) {
            throw new IllegalArgumentException(
                    "Cannot choose " + budget + " of " + models + " models with " + mean.length + " means");
        }
        int size = Math.min(budget, models);
        float[][] seen = new float[models][];
        for (int k = 0; k < models; k++) {
            seen[k] = regressed(draws.truth()[k], draws.measured()[k]);
        }
        int[] highest = IntStream.range(0, models)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -mean[k]))
                .mapToInt(k -> k)
                .toArray();
        int[] means = Arrays.copyOf(highest, size);
        int[] greedy = size == models ? highest : greedy(seen, size);
        int[] chosen = expectedMaximum(seen, greedy) >= expectedMaximum(seen, means) ? greedy : means;
        return new Batch(
                chosen,
                worth(draws, seen, chosen),
                worth(draws, seen, means),
                worthOfRandom(draws, seen, size),
                worth(draws, seen, highest));
    }

    /** Expected truth given the measurement, if both were normal. */
    private static float[] regressed(float[] truth, float[] measured) {
        int n = truth.length;
        double meanTruth = mean(truth);
        double meanMeasured = mean(measured);
        double both = 0;
        double alone = 0;
        for (int s = 0; s < n; s++) {
            double step = measured[s] - meanMeasured;
            both += step * (truth[s] - meanTruth);
            alone += step * step;
        }
        double slope = alone > 0 ? both / alone : 0;
        float[] expected = new float[n];
        for (int s = 0; s < n; s++) {
            expected[s] = (float) (meanTruth + slope * (measured[s] - meanMeasured));
        }
        return expected;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** A candidate, and what it added to the batch when that was last computed. */
    private record Offer(int model, double gain, int batchSize) {}

    private static int[] greedy(float[][] seen, int size) {
        int draws = seen[0].length;
        double[] best = new double[draws]; // no score is below
        Arrays.fill(best, -1);
        PriorityQueue<Offer> offers = new PriorityQueue<>(
                Comparator.comparingDouble((Offer offer) -> -offer.gain()).thenComparingInt(Offer::model));
        for (int k = 0; k < seen.length; k++) {
            offers.add(new Offer(k, gain(seen[k], best), 0));
        }
        int[] chosen = new int[size];
        for (int count = 0; count < size; ) {
            Offer first = offers.remove();
            if (first.batchSize() < count) {
                offers.add(new Offer(first.model(), gain(seen[first.model()], best), count));
                continue;
            }
            float[] added = seen[first.model()];
            for (int s = 0; s < draws; s += 2) {
                best[s] = Math.max(best[s], added[s]);
            }
            chosen[count++] = first.model();
        }
        return chosen;
    }

    /** Even draws choose. */
    private static double gain(float[] seen, double[] best) {
        double sum = 0;
        for (int s = 0; s < best.length; s += 2) {
            sum += Math.max(seen[s] - best[s], 0);
        }
        return sum;
    }

    private static double expectedMaximum(float[][] seen, int[] batch) {
        double sum = 0;
        for (int s = 0; s < seen[0].length; s += 2) {
            sum += seen[bestOf(seen, batch, s)][s];
        }
        return sum;
    }

    /** Odd draws say what a batch is worth. */
    private static double worth(ScoreDraws draws, float[][] seen, int[] batch) {
        double sum = 0;
        for (int s = 1; s < draws.draws(); s += 2) {
            sum += draws.truth()[bestOf(seen, batch, s)][s];
        }
        return sum / (draws.draws() / 2.0);
    }

    /** Another random batch in every draw. */
    private static double worthOfRandom(ScoreDraws draws, float[][] seen, int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] order = IntStream.range(0, seen.length).toArray();
        int[] batch = new int[size];
        double sum = 0;
        for (int s = 1; s < draws.draws(); s += 2) {
            for (int k = 0; k < size; k++) {
                int other = k + random.nextInt(order.length - k);
                int picked = order[other];
                order[other] = order[k];
                order[k] = picked;
                batch[k] = picked;
            }
            sum += draws.truth()[bestOf(seen, batch, s)][s];
        }
        return sum / (draws.draws() / 2.0);
    }

    private static int bestOf(float[][] seen, int[] batch, int s) {
        int best = batch[0];
        for (int model : batch) {
            if (seen[model][s] > seen[best][s]) {
                best = model;
            }
        }
        return best;
    }
}
