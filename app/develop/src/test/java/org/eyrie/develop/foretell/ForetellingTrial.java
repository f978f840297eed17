package org.eyrie.develop.foretell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.lrmf.kinship.SiblingForecast;
import org.eyrie.lrmf.kinship.SiblingKinship;
import org.eyrie.lrmf.kinship.SiblingTrials;

/** Some merges are known by development items; the others' scores on test items are foretold. */
final class ForetellingTrial {

    /**
     * Means over draws.
     *
     * @param explained R² of test scores
     * @param ranked Spearman's correlation with test scores
     * @param held share of development scores within 90 % intervals of forecast and items
     * @param best mean test score of the eight foretold best
     * @param seconds of one forecast of all
     */
    record Result(double explained, double ranked, double held, double best, double seconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "R2 %.3f, Spearman %.3f, 90%% intervals hold %.3f, best eight %.3f, %.2f s",
                    explained,
                    ranked,
                    held,
                    best,
                    seconds);
        }
    }

    private static final double NINETY = 1.645;

    private final MergedFamily family;
    private final int known;
    private final int items;

    /**
     * Of so many known.
     *
     * @param items of each task, drawn for each merge by itself
     */
    ForetellingTrial(MergedFamily family, int known, int items) {
        this.family = family;
        this.known = known;
        this.items = items;
    }

    Result run(int draws) {
        double[] sums = new double[5];
        for (int draw = 0; draw < draws; draw++) {
            double[] one = once(new Random(1000 + draw));
            for (int k = 0; k < sums.length; k++) {
                sums[k] += one[k] / draws;
            }
        }
        return new Result(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private double[] once(Random random) {
        List<Integer> merges = new ArrayList<>(family.of("random"));
        Collections.shuffle(merges, random);
        int tasks = family.tasks.size();
        int[][] solved = new int[merges.size()][tasks];
        int[][] asked = new int[merges.size()][tasks];
        for (int i = 0; i < known; i++) {
            for (int t = 0; t < tasks; t++) {
                List<Integer> all = new ArrayList<>(family.itemsOf(t));
                Collections.shuffle(all, random);
                for (int item : all.subList(0, Math.min(items, all.size()))) {
                    asked[i][t]++;
                    solved[i][t] += family.develop.get(merges.get(i)).charAt(item) == '1' ? 1 : 0;
                }
            }
        }
        long begun = System.nanoTime();
        SiblingForecast forecast = SiblingKinship.learn(
                        EffectDescriptors.of(
                                merges.stream().map(family.effects::get).toList()),
                        new SiblingTrials(solved, asked))
                .foretell();
        double seconds = (System.nanoTime() - begun) / 1e9;
        int[] others = IntStream.range(known, merges.size()).toArray();
        double[] truth = IntStream.of(others)
                .mapToDouble(i -> family.testScore(merges.get(i)))
                .toArray();
        double[] foretold = IntStream.of(others).mapToDouble(forecast::mean).toArray();
        double held = 0;
        for (int i : others) {
            double noise = 0;
            for (int t = 0; t < tasks; t++) {
                double chance = forecast.mean(i, t);
                noise += chance * (1 - chance) / family.itemsOf(t).size() / tasks / tasks;
            }
            double sd = Math.sqrt(forecast.sd(i) * forecast.sd(i) + noise);
            held += Math.abs(family.developScore(merges.get(i)) - forecast.mean(i)) <= NINETY * sd ? 1 : 0;
        }
        double best = IntStream.range(0, truth.length)
                .boxed()
                .sorted((a, b) -> Double.compare(foretold[b], foretold[a]))
                .limit(8)
                .mapToDouble(i -> truth[i])
                .average()
                .orElseThrow();
        return new double[] {
            explained(truth, foretold), pearson(ranks(truth), ranks(foretold)), held / others.length, best, seconds
        };
    }

    private static double explained(double[] truth, double[] foretold) {
        double mean = IntStream.range(0, truth.length)
                .mapToDouble(k -> truth[k])
                .average()
                .orElseThrow();
        double left = 0;
        double all = 0;
        for (int k = 0; k < truth.length; k++) {
            left += Math.pow(truth[k] - foretold[k], 2);
            all += Math.pow(truth[k] - mean, 2);
        }
        return 1 - left / all;
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (double other : values) {
                ranks[i] += other < values[i] ? 1 : other == values[i] ? .5 : 0;
            }
        }
        return ranks;
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanB = java.util.Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < a.length; k++) {
            ab += (a[k] - meanA) * (b[k] - meanB);
            aa += (a[k] - meanA) * (a[k] - meanA);
            bb += (b[k] - meanB) * (b[k] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
