package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import java.util.Random;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * A lineage with known factors: founders around their architecture, fine-tunes around their parent, merges around the
 * mean of two. Scores are the factors with noise, on the scale of the fit.
 */
public final class SimulatedLineage {

    public final Problem problem;
    /** Score without noise, models x columns. */
    public final double[][] truth;
    /** Score with noise, measured or not, models x columns. */
    public final double[][] measured;

    public SimulatedLineage(long seed, int models, int columns, double share) {
        Random random = new Random(seed);
        ScoreScale scale = new ScoreScale(LrmfSettings.DEFAULT.margin());
        double[][] factors = new double[models][columns];
        int[] architecture = new int[models];
        int[] child = new int[2 * models];
        int[] parent = new int[2 * models];
        int[] relation = new int[2 * models];
        int edges = 0;
        double[][] level = new double[4][columns];
        for (double[] row : level) {
            Arrays.setAll(row, i -> 0.6 * random.nextGaussian());
        }
        for (int u = 0; u < models; u++) {
            int parents = u < 6 || random.nextInt(5) == 0 ? 0 : random.nextInt(3) == 0 ? 2 : 1;
            double general = random.nextGaussian();
            if (parents == 0) {
                architecture[u] = random.nextInt(4);
                for (int i = 0; i < columns; i++) {
                    factors[u][i] = level[architecture[u]][i] + 0.4 * general + 0.2 * random.nextGaussian();
                }
                continue;
            }
            int first = random.nextInt(u);
            int second = parents == 2 ? random.nextInt(u) : first;
            second = second == first && parents == 2 ? (first + 1) % u : second;
            boolean merge = second != first;
            architecture[u] = architecture[first];
            for (int i = 0; i < columns; i++) {
                double spread = merge ? 0.1 : 0.2;
                factors[u][i] = (factors[first][i] + factors[second][i]) / 2
                        + spread * (0.7 * general + 0.7 * random.nextGaussian());
            }
            for (int p : merge ? new int[] {first, second} : new int[] {first}) {
                child[edges] = u;
                parent[edges] = p;
                relation[edges++] = merge ? 1 : 0;
            }
        }
        truth = new double[models][columns];
        measured = new double[models][columns];
        int[] model = new int[models * columns];
        int[] column = new int[models * columns];
        double[] score = new double[models * columns];
        int cells = 0;
        for (int u = 0; u < models; u++) {
            boolean seen = random.nextDouble() < share;
            for (int i = 0; i < columns; i++) {
                truth[u][i] = scale.score(factors[u][i]);
                measured[u][i] = scale.score(factors[u][i] + 0.15 * random.nextGaussian());
                if (seen && random.nextInt(10) > 0) {
                    model[cells] = u;
                    column[cells] = i;
                    score[cells++] = measured[u][i];
                }
            }
        }
        double[] weight = new double[edges];
        Arrays.fill(weight, Double.NaN);
        LineageGraph lineage = new LineageGraph(
                models,
                2,
                Arrays.copyOf(child, edges),
                Arrays.copyOf(parent, edges),
                Arrays.copyOf(relation, edges),
                weight);
        double[] trials = new double[cells];
        Arrays.fill(trials, 500);
        problem = new Problem(
                lineage,
                traits(random, architecture),
                new Observations(
                        columns,
                        Arrays.copyOf(model, cells),
                        Arrays.copyOf(column, cells),
                        Arrays.copyOf(score, cells),
                        trials));
    }

    private static ModelTraits traits(Random random, int[] architecture) {
        int n = architecture.length;
        int[] type = random.ints(n, 0, 3).toArray();
        int[] author = random.ints(n, -1, n / 4 + 1).toArray();
        int[] flag = random.ints(n, -1, 2).toArray();
        int[] unknown = new int[n];
        Arrays.fill(unknown, -1);
        double[] size = random.ints(n, 0, 3).mapToDouble(s -> 4 << s).toArray();
        double[] day = random.doubles(n, 19_000, 20_000).toArray();
        int[] series = random.ints(n, -1, 3).toArray();
        int[][] words = new int[n][];
        Arrays.setAll(words, u -> random.nextInt(3) == 0 ? new int[] {random.nextInt(4)} : new int[0]);
        return new ModelTraits(
                architecture.clone(), type, author, unknown, flag, unknown.clone(), size, day, series, words);
    }

    /** The problem without the scores of some models. */
    public static Problem without(Problem problem, boolean[] hidden) {
        Observations all = problem.observations();
        int[] kept = java.util.stream.IntStream.range(0, all.cells())
                .filter(c -> !hidden[all.model()[c]])
                .toArray();
        return new Problem(
                problem.lineage(),
                problem.traits(),
                new Observations(
                        all.columns(),
                        Arrays.stream(kept).map(c -> all.model()[c]).toArray(),
                        Arrays.stream(kept).map(c -> all.column()[c]).toArray(),
                        Arrays.stream(kept).mapToDouble(c -> all.score()[c]).toArray(),
                        Arrays.stream(kept).mapToDouble(c -> all.trials()[c]).toArray()));
    }
}
