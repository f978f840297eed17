package org.eyrie.lrmf.trial.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eyrie.lrmf.choice.BatchChoice;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.ScoreDraws;
import org.eyrie.lrmf.posterior.WantedColumns;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * Hides everything that was made from a parent of many children, chooses some of the children, and looks at the best
 * measured mean among those chosen. Means are over the columns that most models were measured on.
 */
public final class ScreeningTrial {

    /** Of fewer children there is little to choose. */
    public static final int FEWEST_CHILDREN = 20;

    /** Share of the models that may be hidden in one round. */
    private static final double MOST_HIDDEN = 0.25;

    /** Orders in which candidates of equal prediction are tried. */
    private static final int TIE_BREAKS = 50;

    private static final String RANDOM = "at random";
    private static final String ORACLE = "oracle";

    private final Problem problem;
    private final LrmfSettings settings;
    private final int[] budgets;
    private final WantedColumns wanted;
    private final List<Brood> broods;
    private final Map<Place, Double> sums = new LinkedHashMap<>();

    /** Who chose, and how many. */
    private record Place(int budget, String chooser) {}

    /**
     * What choosers found.
     *
     * @param families parents whose children were hidden
     * @param candidates all their children
     * @param figures by budget, then chooser
     */
    public record Outcome(int families, int candidates, List<Figure> figures) {}

    /**
     * What one chooser found, over all families.
     *
     * @param budget how many children were chosen of each
     * @param chooser how
     * @param best mean of the best measured mean among those chosen, 0 to 1
     * @param closed share of the way from choosing at random to the best child there is
     */
    public record Figure(int budget, String chooser, double best, double closed) {}

    /**
     * @param problem everything that is known
     * @param budgets how many may be chosen, each at least one
     */
    public ScreeningTrial(Problem problem, LrmfSettings settings, int... budgets) {
        this.problem = problem;
        this.settings = settings;
        this.budgets = budgets.clone();
        int[] columns = usualColumns(problem.observations());
        this.broods =
                columns.length == 0 ? List.of() : Brood.of(problem.lineage(), means(problem, columns), FEWEST_CHILDREN);
        double[] alike = new double[Math.max(columns.length, 1)];
        Arrays.fill(alike, 1);
        this.wanted = new WantedColumns(columns.length == 0 ? new int[1] : columns, alike);
    }

    /** Number of parents with enough children. */
    public int families() {
        return broods.size();
    }

    /**
     * Runs it with every predictor choosing the highest means, and ours choosing jointly besides.
     *
     * @throws IllegalStateException if there is no family
     * @throws org.eyrie.task.CancelledException if the caller wants it to stop
     */
    public Outcome run(List<Predictor> predictors, Progress progress) {
        if (broods.isEmpty()) {
            throw new IllegalStateException("No parent has " + FEWEST_CHILDREN + " measured children");
        }
        int most = (int) (MOST_HIDDEN * problem.lineage().models());
        List<List<Brood>> rounds = Brood.rounds(broods, most);
        for (int round = 0; round < rounds.size(); round++) {
            progress.check();
            double done = round;
            String step = "round " + (round + 1) + " of " + rounds.size();
            run(rounds.get(round), predictors, progress.part(step, done / rounds.size(), (done + 1) / rounds.size()));
        }
        return new Outcome(
                broods.size(), broods.stream().mapToInt(b -> b.child().length).sum(), figures());
    }

    private void run(List<Brood> together, List<Predictor> predictors, Progress progress) {
        BitSet hidden = new BitSet();
        together.forEach(brood -> hidden.or(brood.hidden()));
        Problem training =
                problem.without(cell -> hidden.get(problem.observations().model()[cell]));
        for (Brood brood : together) {
            for (int budget : budgets) {
                add(budget, RANDOM, expectedAtRandom(brood.truth(), budget));
                add(budget, ORACLE, Arrays.stream(brood.truth()).max().orElseThrow());
            }
        }
        for (Predictor predictor : predictors) {
            Fitted fitted = predictor.fit(training, progress);
            for (Brood brood : together) {
                double[] mean = predicted(fitted, brood);
                for (int budget : budgets) {
                    add(budget, predictor.name(), bestOfHighest(brood, mean, budget));
                }
            }
        }
        FamilyPosterior posterior = LrmfFit.fit(training, settings, progress).models();
        progress.check();
        for (Brood brood : together) {
            double[] mean = Arrays.stream(brood.child())
                    .mapToDouble(u -> posterior.predictMean(u, wanted, 0.9).mean())
                    .toArray();
            ScoreDraws draws = posterior.draws(brood.child(), wanted, progress);
            for (int budget : budgets) {
                int[] chosen = BatchChoice.of(draws, mean, budget).chosen();
                add(budget, "LRMF, highest means", bestOfHighest(brood, mean, budget));
                add(
                        budget,
                        "LRMF, jointly",
                        Arrays.stream(chosen)
                                .mapToDouble(k -> brood.truth()[k])
                                .max()
                                .orElseThrow());
            }
        }
    }

    private void add(int budget, String chooser, double best) {
        sums.merge(new Place(budget, chooser), best / broods.size(), Double::sum);
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        sums.forEach((place, best) -> {
            double random = sums.getOrDefault(new Place(place.budget(), RANDOM), best);
            double oracle = sums.getOrDefault(new Place(place.budget(), ORACLE), best);
            double closed = oracle > random ? (best - random) / (oracle - random) : 0;
            figures.add(new Figure(place.budget(), place.chooser(), best, closed));
        });
        figures.sort((one, other) -> one.budget() != other.budget()
                ? Integer.compare(one.budget(), other.budget())
                : Double.compare(one.best(), other.best()));
        return figures;
    }

    private double[] predicted(Fitted fitted, Brood brood) {
        int[] columns = wanted.column();
        int n = brood.child().length;
        int[] model = new int[n * columns.length];
        int[] column = new int[model.length];
        for (int c = 0; c < model.length; c++) {
            model[c] = brood.child()[c / columns.length];
            column[c] = columns[c % columns.length];
        }
        Estimates estimates = fitted.predict(model, column, 0.9);
        double[] mean = new double[n];
        for (int c = 0; c < model.length; c++) {
            mean[c / columns.length] +=
                    wanted.weight()[c % columns.length] * estimates.mean()[c];
        }
        return mean;
    }

    /** Mean over orders of what is equal: all children of one parent alone have the same parents' mean. */
    private static double bestOfHighest(Brood brood, double[] mean, int budget) {
        double sum = 0;
        for (int order = 0; order < TIE_BREAKS; order++) {
            Integer[] shuffled = Arrays.stream(
                            Shuffle.of(IntStream.range(0, mean.length).toArray(), order))
                    .boxed()
                    .toArray(Integer[]::new);
            Arrays.sort(shuffled, Collections.reverseOrder((a, b) -> Double.compare(mean[a], mean[b])));
            sum += Arrays.stream(shuffled)
                    .limit(budget)
                    .mapToDouble(k -> brood.truth()[k])
                    .max()
                    .orElseThrow();
        }
        return sum / TIE_BREAKS;
    }

    /** Expected highest of so many drawn without replacement: Σ x₍ᵢ₎ C(i − 1, k − 1) / C(n, k), x ascending. */
    static double expectedAtRandom(double[] values, int budget) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int k = Math.min(budget, n);
        double chance = (double) k / n; // that the highest is drawn
        double sum = 0;
        for (int i = n; i >= k; i--) {
            sum += chance * sorted[i - 1];
            chance *= i > k ? (double) (i - k) / (i - 1) : 0;
        }
        return sum;
    }

    /** Columns that at least half of the measured models were measured on. */
    private static int[] usualColumns(Observations all) {
        long models = Arrays.stream(all.model()).distinct().count();
        long[] counts = new long[all.columns()];
        for (int column : all.column()) {
            counts[column]++;
        }
        return IntStream.range(0, counts.length)
                .filter(i -> 2 * counts[i] >= models && counts[i] > 0)
                .toArray();
    }

    private static double[] means(Problem problem, int[] columns) {
        Observations all = problem.observations();
        int models = problem.lineage().models();
        double[][] sum = new double[all.columns()][models];
        int[][] count = new int[all.columns()][models];
        for (int c = 0; c < all.cells(); c++) {
            sum[all.column()[c]][all.model()[c]] += all.score()[c];
            count[all.column()[c]][all.model()[c]]++;
        }
        double[] means = new double[models];
        for (int u = 0; u < models; u++) {
            for (int column : columns) {
                means[u] += sum[column][u] / count[column][u] / columns.length; // 0 / 0 is NaN: not measured
            }
        }
        return means;
    }
}
