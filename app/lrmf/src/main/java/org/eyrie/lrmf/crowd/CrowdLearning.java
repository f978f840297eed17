package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.RandomStreams;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;

/**
 * Learns what the crowd expects. Models are in parts at random. Features of a measured model are made with the scores of its
 * whole part hidden: it is not enough to leave out that one model, for the mean of a group without one of its members falls
 * as that member's own score rises, and trees find that out. And trees are learned in folds, each without the models of some
 * parts, which they then speak of. Of a model that was not measured speaks the mean of all.
 */
public final class CrowdLearning {

    /** So many that hardly more is hidden than of models to come, and an even number of them for each fold. */
    private static final int PARTS = 10;

    static final int FOLDS = 5;

    /** Of fewer measured models in a column no trees are learned. */
    private static final int LEAST = 200;

    private final Problem problem;
    private final long seed;
    private final int folds;
    private final double[][] logit;
    private final CrowdIndex index;
    private final Tie[] ties;
    private final int[] part;
    private final double[] expected;

    private CrowdLearning(Problem problem, double[][] logit, long seed, int folds) {
        this.folds = folds;
        this.problem = problem;
        this.seed = seed;
        this.logit = logit;
        index = new CrowdIndex(problem);
        ties = index.all(problem.labels().name());
        part = problem.labels().name().stream()
                .mapToInt(name -> RandomStreams.of(seed, name.hashCode()).nextInt(PARTS))
                .toArray();
        expected = new double[ties.length * logit.length];
        Arrays.fill(expected, Double.NaN);
    }

    /**
     * Learns, where models have names and there are enough of them.
     *
     * @throws org.eyrie.task.CancelledException if it is cancelled
     */
    public static Crowd learn(Problem problem, ScoreScale scale, long seed, Progress progress) {
        return learn(problem, scale, seed, FOLDS, progress);
    }

    /**
     * The same with one set of trees, which is learned from all: for models that were not measured, and not for those that
     * were.
     */
    public static Crowd ofOthers(Problem problem, ScoreScale scale, long seed, Progress progress) {
        return learn(problem, scale, seed, 1, progress);
    }

    private static Crowd learn(Problem problem, ScoreScale scale, long seed, int folds, Progress progress) {
        if (problem.labels().isEmpty()) {
            return Crowd.none();
        }
        Problem sorted = byName(problem);
        double[][] logit = MemberScores.of(sorted, scale);
        boolean[] enough = new boolean[logit.length];
        boolean any = false;
        for (int i = 0; i < enough.length; i++) {
            enough[i] = Arrays.stream(logit[i]).filter(z -> !Double.isNaN(z)).count() >= LEAST;
            any |= enough[i];
        }
        if (!any) {
            return Crowd.none();
        }
        CrowdLearning learning = new CrowdLearning(sorted, logit, seed, folds);
        BoostedTrees[][] trees = new BoostedTrees[logit.length][];
        for (int i = 0; i < trees.length; i++) {
            progress.at("asking the crowd", i, trees.length);
            progress.check();
            trees[i] = enough[i] ? learning.column(i) : new BoostedTrees[0];
        }
        return new Crowd(sorted, scale, trees, learning.expected);
    }

    /** In the order of names, so that another order of models changes nothing. */
    private static Problem byName(Problem problem) {
        List<String> names = problem.labels().name();
        return problem.only(IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(u -> u)
                .toArray());
    }

    private BoostedTrees[] column(int column) {
        double[][] row = new double[ties.length][];
        IntStream.range(0, PARTS).parallel().forEach(p -> {
            double[] left = logit[column].clone();
            Arrays.setAll(left, u -> part[u] == p ? Double.NaN : left[u]);
            ColumnView view = new ColumnView(left, index.kinds());
            for (int u = 0; u < left.length; u++) {
                if (part[u] == p && !Double.isNaN(logit[column][u])) {
                    row[u] = view.row(ties[u], problem, u);
                }
            }
        });
        BoostedTrees[] trees = new BoostedTrees[folds];
        IntStream.range(0, folds).parallel().forEach(fold -> {
            int[] seen = IntStream.range(0, row.length)
                    .filter(u -> row[u] != null && (folds == 1 || part[u] % folds != fold))
                    .toArray();
            double[][] rows = Arrays.stream(seen).mapToObj(u -> row[u]).toArray(double[][]::new);
            double[] target =
                    Arrays.stream(seen).mapToDouble(u -> logit[column][u]).toArray();
            trees[fold] = BoostedTrees.learn(rows, target, RandomStreams.mixed(seed + column) + fold);
        });
        ColumnView whole = new ColumnView(logit[column], index.kinds());
        IntStream.range(0, row.length).parallel().forEach(u -> {
            expected[u * logit.length + column] = row[u] != null
                    ? trees[part[u] % folds].predict(row[u])
                    : BoostedTrees.mean(trees, whole.row(ties[u], problem, u));
        });
        return trees;
    }
}
