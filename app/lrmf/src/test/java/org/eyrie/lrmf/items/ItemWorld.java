package org.eyrie.lrmf.items;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;

/** Two benchmarks of models in families, whole and item by item; the last tenth of the models is never evaluated. */
final class ItemWorld {

    static final int ITEMS = 120;

    final int models;
    final LineageGraph lineage;
    final double[][] probability;
    final byte[][] outcome;

    ItemWorld(int models, long seed) {
        this(models, seed, 0);
    }

    /** @param quirk deviation of what a family finds easier or harder of every single item than its skills say, in logits */
    ItemWorld(int models, long seed, double quirk) {
        this.models = models;
        SplittableRandom random = new SplittableRandom(seed);
        int founders = models / 6;
        int[] child = IntStream.range(founders, models).toArray();
        int[] parent = Arrays.stream(child).map(u -> random.nextInt(founders)).toArray();
        double[] weight = new double[child.length];
        Arrays.fill(weight, Double.NaN);
        lineage = new LineageGraph(models, 1, child, parent, new int[child.length], weight);
        double[][] skill = new double[models][2];
        for (int u = 0; u < models; u++) {
            for (int k = 0; k < 2; k++) {
                skill[u][k] = (u < founders ? 1 : 0.5) * random.nextGaussian()
                        + (u < founders ? 0 : skill[parent[u - founders]][k]);
            }
        }
        probability = new double[models][2 * ITEMS];
        outcome = new byte[models][2 * ITEMS];
        for (int i = 0; i < 2 * ITEMS; i++) {
            double easy = random.nextGaussian();
            double first = (i < ITEMS ? 1.2 : 0.4) + 0.4 * random.nextGaussian();
            double second = (i < ITEMS ? 0.2 : 1.0) + 0.4 * random.nextGaussian();
            double[] quirks = new double[founders];
            for (int f = 0; f < founders && quirk > 0; f++) {
                quirks[f] = quirk * random.nextGaussian();
            }
            for (int u = 0; u < models; u++) {
                double logit = easy
                        + first * skill[u][0]
                        + second * skill[u][1]
                        + quirks[u < founders ? u : parent[u - founders]];
                probability[u][i] = Logistic.of(logit);
                outcome[u][i] = (byte) (random.nextDouble() < probability[u][i] ? 1 : 0);
            }
        }
    }

    boolean isNew(int u) {
        return u >= models - models / 10;
    }

    double score(int u, int benchmark) {
        return IntStream.range(benchmark * ITEMS, (benchmark + 1) * ITEMS)
                .map(i -> outcome[u][i])
                .average()
                .orElseThrow();
    }

    /** Nothing is known of anybody but lineage. */
    ModelTraits unknown() {
        int[] unknown = new int[models];
        Arrays.fill(unknown, -1);
        double[] missing = new double[models];
        Arrays.fill(missing, Double.NaN);
        return new ModelTraits(unknown, unknown, unknown, unknown, unknown, unknown, missing, missing);
    }

    /** Every family is of an architecture of its own, and of one size. */
    ModelTraits kinds() {
        ModelTraits unknown = unknown();
        int founders = models / 6;
        int[] architecture = IntStream.range(0, models)
                .map(u -> u < founders ? u : lineage.parent()[u - founders])
                .toArray();
        double[] size = new double[models];
        Arrays.fill(size, 7);
        return new ModelTraits(
                architecture,
                unknown.type(),
                unknown.author(),
                unknown.precision(),
                unknown.chatTemplate(),
                unknown.moe(),
                size,
                unknown.uploadedDay());
    }

    Problem whole() {
        return whole(lineage, unknown());
    }

    Problem whole(LineageGraph lineage, ModelTraits traits) {
        int[] cells = IntStream.range(0, 2 * models).filter(c -> !isNew(c / 2)).toArray();
        double[] trials = new double[cells.length];
        Arrays.fill(trials, ITEMS);
        return new Problem(
                lineage,
                traits,
                new Observations(
                        2,
                        Arrays.stream(cells).map(c -> c / 2).toArray(),
                        Arrays.stream(cells).map(c -> c % 2).toArray(),
                        Arrays.stream(cells)
                                .mapToDouble(c -> score(c / 2, c % 2))
                                .toArray(),
                        trials));
    }

    FamilyPosterior field() {
        return LrmfFit.fit(whole(), LrmfSettings.DEFAULT, Progress.NONE).models();
    }

    /** Outcomes of some models on all items. */
    OutcomeTable outcomes(IntPredicate whose) {
        return outcomes(whose, i -> true);
    }

    OutcomeTable outcomes(IntPredicate whose, IntPredicate which) {
        int[] cells = IntStream.range(0, models * 2 * ITEMS)
                .filter(c -> whose.test(c / (2 * ITEMS)) && which.test(c % (2 * ITEMS)))
                .toArray();
        byte[] success = new byte[cells.length];
        for (int c = 0; c < cells.length; c++) {
            success[c] = outcome[cells[c] / (2 * ITEMS)][cells[c] % (2 * ITEMS)];
        }
        return OutcomeTable.of(
                models,
                2 * ITEMS,
                Arrays.stream(cells).map(c -> c / (2 * ITEMS)).toArray(),
                Arrays.stream(cells).map(c -> c % (2 * ITEMS)).toArray(),
                success);
    }

    ItemProblem items() {
        int[] group = new int[2 * ITEMS];
        Arrays.fill(group, ITEMS, 2 * ITEMS, 1);
        ItemBlocks blocks = new ItemBlocks(new int[] {0, ITEMS, 2 * ITEMS}, new int[] {0, 1});
        return ItemProblem.of(1, outcomes(u -> !isNew(u)), blocks, ColumnTies.ofGroups(group, 2));
    }
}
