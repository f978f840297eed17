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
 * <p>Half of the draws choose, a quarter decides whether the choice is to be preferred to the highest means, and a quarter
 * says what it is worth, so that it is not flattered by the luck of the draws. In each half the draws are moved so that
 * their means are the exact ones (a control variate): a batch of one is the highest mean.
 *
 * @param chosen the batch in the order of choice: cut off anywhere, it is the batch of so many
 * @param expectedBest expected true score of the one that looks best once the batch was measured, 0 to 1
 * @param ofBestMeans the same of a batch of the candidates with the highest expected scores
 * @param ofRandom the same of a batch drawn at random
 * @param ofAll the same if every candidate were measured
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
public record BatchChoice(int[] chosen, double expectedBest, double ofBestMeans, double ofRandom, double ofAll) {

    private static final long SEED = 31;

    /** Every fourth draw from here on decides. */
    private static final int DECIDING = 1;

    /** Every fourth draw from here on says what a batch is worth. */
    private static final int VALUING = 3;

    /**
     * Chooses among all models that were drawn.
     *
     * @param mean expected score per model, by which the best are told
     * @param budget how many at most, at least one
     * @throws IllegalArgumentException if there is no model or no budget
     */
    public static BatchChoice of(ScoreDraws draws, double[] mean, int budget) {
        int models = draws.models();
        if (models == 0 || budget < 1 || mean.length != models || draws.draws() % 4 != 0) {
            throw new IllegalArgumentException("Cannot choose " + budget + " of " + models + " models with "
                    + mean.length + " means and " + draws.draws() + " draws");
        }
        int size = Math.min(budget, models);
        float[][] seen = new float[models][];
        double[][] shift = new double[models][2];
        for (int k = 0; k < models; k++) {
            seen[k] = regressed(draws.truth()[k], draws.measured()[k], mean[k]);
            for (int half = 0; half < 2; half++) {
                shift[k][half] = mean[k] - mean(draws.truth()[k], half);
            }
        }
        int[] highest = IntStream.range(0, models)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -mean[k]))
                .mapToInt(k -> k)
                .toArray();
        int[] means = Arrays.copyOf(highest, size);
        int[] greedy = size == 1 || size == models ? means : greedy(seen, size);
        Worth worth = new Worth(draws.truth(), seen, shift);
        int[] chosen = worth.of(greedy, DECIDING) > worth.of(means, DECIDING) ? greedy : means;
        return new BatchChoice(
                chosen,
                worth.of(chosen, VALUING),
                worth.of(means, VALUING),
                worth.ofRandom(size),
                worth.of(highest, VALUING));
    }

    /** Expected truth given the measurement, if both were normal: of that mean in either half. */
    private static float[] regressed(float[] truth, float[] measured, double mean) {
        double both = 0;
        double alone = 0;
        float[] expected = new float[truth.length];
        for (int half = 0; half < 2; half++) {
            double meanTruth = mean(truth, half);
            double meanMeasured = mean(measured, half);
            for (int s = half; s < truth.length; s += 2) {
                double step = measured[s] - meanMeasured;
                both += step * (truth[s] - meanTruth);
                alone += step * step;
                expected[s] = (float) step;
            }
        }
        double slope = alone > 0 ? both / alone : 0;
        for (int s = 0; s < expected.length; s++) {
            expected[s] = (float) (mean + slope * expected[s]);
        }
        return expected;
    }

    /** Mean of the even draws or of the odd ones. */
    private static double mean(float[] values, int half) {
        double sum = 0;
        for (int s = half; s < values.length; s += 2) {
            sum += values[s];
        }
        return sum / (values.length / 2.0);
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

    /**
     * What batches are worth.
     *
     * @param truth per model and draw
     * @param seen per model and draw what a measurement makes of it
     * @param shift per model what has to be added to the truth in even and in odd draws
     */
    @SuppressWarnings("ArrayRecordComponent") // read by loops
    private record Worth(float[][] truth, float[][] seen, double[][] shift) {

        /** Expected truth of the one that looks best, over every fourth draw from one on. */
        double of(int[] batch, int from) {
            double sum = 0;
            int count = 0;
            for (int s = from; s < seen[0].length; s += 4) {
                sum += truth(bestOf(batch, s), s);
                count++;
            }
            return sum / count;
        }

        /** The same of another random batch in every draw. */
        double ofRandom(int size) {
            SplittableRandom random = new SplittableRandom(SEED);
            int[] order = IntStream.range(0, seen.length).toArray();
            int[] batch = new int[size];
            double sum = 0;
            int count = 0;
            for (int s = VALUING; s < seen[0].length; s += 4) {
                for (int k = 0; k < size; k++) {
                    int other = k + random.nextInt(order.length - k);
                    int picked = order[other];
                    order[other] = order[k];
                    order[k] = picked;
                    batch[k] = picked;
                }
                sum += truth(bestOf(batch, s), s);
                count++;
            }
            return sum / count;
        }

        private double truth(int model, int s) {
            return truth[model][s] + shift[model][s & 1];
        }

        private int bestOf(int[] batch, int s) {
            int best = batch[0];
            for (int model : batch) {
                if (seen[model][s] > seen[best][s]) {
                    best = model;
                }
            }
            return best;
        }
    }
}
