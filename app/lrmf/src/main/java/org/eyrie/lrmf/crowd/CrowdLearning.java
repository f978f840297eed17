package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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
 *
 * <p>Of models to come speak other trees, that are learned from models as they were seen in their time: with the scores of
 * what is older than the period they were published in.
 */
public final class CrowdLearning {

    static final int FOLDS = 5;

    /**
     * Of more models there is no crowd: who has a name like whose takes time that grows with their square, and what it
     * knows of each would be kept with every fit.
     */
    private static final int MOST = 50_000;

    /** Of fewer measured models in a column no trees are learned. */
    private static final int LEAST = 200;

    /** Of fewer models seen in their time none are learned either. */
    private static final int LEAST_IN_TIME = 200;

    private final Problem problem;
    private final ScoreScale scale;
    private final long seed;
    private final double[][] logit;
    private final CrowdIndex index;
    private final Tie[] ties;
    private final int[][] marks;
    private final int[] part;
    private final TimeOrder times;
    private final double[] expected;
    private final double[] foretold;

    private CrowdLearning(Problem problem, ScoreScale scale, double[][] logit, long seed, Progress progress) {
        this.problem = problem;
        this.scale = scale;
        this.seed = seed;
        this.logit = logit;
        index = new CrowdIndex(problem);
        List<String> names = problem.labels().name();
        ties = index.all(names, progress);
        marks = Arrays.stream(ties).map(Tie::marks).toArray(int[][]::new);
        part = names.stream()
                .mapToInt(name -> RandomStreams.of(seed, name.hashCode()).nextInt(FOLDS))
                .toArray();
        boolean[] measured = new boolean[ties.length];
        for (double[] column : logit) {
            for (int u = 0; u < column.length; u++) {
                measured[u] |= !Double.isNaN(column[u]);
            }
        }
        times = new TimeOrder(problem.traits().uploadedDay(), measured);
        expected = new double[ties.length * logit.length];
        Arrays.fill(expected, Double.NaN);
        foretold = expected.clone();
    }

    /**
     * Learns, where models have names and there are enough of them, and not too many.
     *
     * @throws org.eyrie.task.CancelledException if it is cancelled
     */
    public static LearnedCrowd learn(Problem problem, ScoreScale scale, long seed, Progress progress) {
        if (problem.labels().isEmpty() || problem.lineage().models() > MOST) {
            return LearnedCrowd.none();
        }
        int[] order = byName(problem.labels().name());
        Problem sorted = problem.only(order);
        double[][] logit = MemberScores.of(sorted, scale);
        boolean[] enough = new boolean[logit.length];
        boolean any = false;
        for (int i = 0; i < enough.length; i++) {
            enough[i] = Arrays.stream(logit[i]).filter(z -> !Double.isNaN(z)).count() >= LEAST;
            any |= enough[i];
        }
        if (!any) {
            return LearnedCrowd.none();
        }
        CrowdLearning learning = new CrowdLearning(sorted, scale, logit, seed, progress);
        ColumnTrees[] trees = new ColumnTrees[logit.length];
        int together = Runtime.getRuntime().availableProcessors(); // one at a time would leave cores idle at its end
        for (int begin = 0; begin < trees.length; begin += together) {
            progress.at("asking the crowd", begin, trees.length);
            progress.check();
            IntStream.range(begin, Math.min(begin + together, trees.length))
                    .parallel()
                    .forEach(i -> trees[i] = enough[i] ? learning.column(i) : ColumnTrees.NONE);
        }
        return new LearnedCrowd(new Crowd(sorted, scale, trees, learning.expected), learning.foretold(order));
    }

    /** The order of names, so that another order of models changes nothing. */
    private static int[] byName(List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(u -> u)
                .toArray();
    }

    private Foretold foretold(int[] order) {
        int columns = logit.length;
        double[] unsorted = new double[foretold.length];
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(foretold, k * columns, unsorted, order[k] * columns, columns);
        }
        return new Foretold(times.foretold(), unsorted, columns);
    }

    private ColumnTrees column(int column) {
        double[] logits = logit[column];
        MarkRegression all = MarkRegression.of(marks, logits, MarkRegression.none(index.marks()));
        ColumnView[] views = new ColumnView[FOLDS * FOLDS];
        IntStream.range(0, views.length).parallel().forEach(pair -> {
            int one = pair / FOLDS;
            int other = pair % FOLDS;
            if (one <= other) {
                views[pair] = view(without(logits, one, other), all);
                views[other * FOLDS + one] = views[pair];
            }
        });
        BoostedTrees[] folds = new BoostedTrees[FOLDS];
        IntStream.range(0, FOLDS).parallel().forEach(fold -> {
            double[][] row = new double[ties.length][];
            for (int other = 0; other < FOLDS; other++) {
                int theirs = other;
                if (other != fold) {
                    fill(row, views[fold * FOLDS + other], column, u -> part[u] == theirs);
                }
            }
            int[] seen =
                    IntStream.range(0, row.length).filter(u -> row[u] != null).toArray();
            folds[fold] = trees(column, row, seen, fold);
        });
        ColumnTrees learned = new ColumnTrees(folds, toCome(column, all));
        ColumnView whole = new ColumnView(logits, index, all);
        IntStream.range(0, logits.length).parallel().forEach(u -> {
            ColumnView own = views[part[u] * FOLDS + part[u]];
            expected[u * logit.length + column] = Double.isNaN(logits[u])
                    ? learned.expected(whole.row(ties[u], problem, u), false, scale)
                    : learned.expected(part[u], own.row(ties[u], problem, u), scale);
        });
        return learned;
    }

    /** Trees for models to come, from models as they were seen in their time; and what such trees foretold. */
    private BoostedTrees[] toCome(int column, MarkRegression all) {
        double[] day = problem.traits().uploadedDay();
        double[][] row = new double[ties.length][];
        IntStream.range(0, times.periods()).parallel().forEach(p -> {
            ColumnView past = view(only(logit[column], u -> day[u] < times.begin(p)), all);
            fill(row, past, column, u -> times.of(u) == p);
        });
        IntStream.range(0, times.periods()).parallel().forEach(p -> {
            BoostedTrees[] known = inTime(column, row, p);
            for (int u = 0; p >= TimeOrder.FIRST_FORETOLD && u < row.length; u++) {
                if (row[u] != null && times.of(u) == p) {
                    foretold[u * logit.length + column] = new ColumnTrees(known, known).expected(row[u], true, scale);
                }
            }
        });
        return inTime(column, row, times.periods());
    }

    /** Learned from the periods before one, where there is enough to learn from. */
    private BoostedTrees[] inTime(int column, double[][] row, int period) {
        int[] older = IntStream.range(0, row.length)
                .filter(u -> row[u] != null && times.of(u) < period)
                .toArray();
        return older.length < LEAST_IN_TIME
                ? new BoostedTrees[0]
                : new BoostedTrees[] {trees(column, row, older, FOLDS + period)};
    }

    private void fill(double[][] row, ColumnView view, int column, IntPredicate wanted) {
        for (int u = 0; u < row.length; u++) {
            if (wanted.test(u) && !Double.isNaN(logit[column][u])) {
                row[u] = view.row(ties[u], problem, u);
            }
        }
    }

    private ColumnView view(double[] seen, MarkRegression near) {
        return new ColumnView(seen, index, MarkRegression.of(marks, seen, near));
    }

    private static double[] only(double[] logits, IntPredicate seen) {
        double[] left = new double[logits.length];
        Arrays.setAll(left, u -> seen.test(u) ? logits[u] : Double.NaN);
        return left;
    }

    /**
     * One or two parts hidden, and the others moved so that their mean is that of all. Else their mean would tell that of
     * the hidden: the higher the one the lower the other, and trees find that out.
     */
    private double[] without(double[] logits, int one, int other) {
        double[] left = only(logits, u -> part[u] != one && part[u] != other);
        double step = mean(logits) - mean(left);
        Arrays.setAll(left, u -> left[u] + step);
        return left;
    }

    private static double mean(double[] logits) {
        return Arrays.stream(logits)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }

    private BoostedTrees trees(int column, double[][] row, int[] seen, int stream) {
        double[][] rows = Arrays.stream(seen).mapToObj(u -> row[u]).toArray(double[][]::new);
        double[] target = Arrays.stream(seen)
                .mapToDouble(u -> scale.score(logit[column][u]))
                .toArray();
        return BoostedTrees.learn(rows, target, RandomStreams.mixed(seed + column) + stream);
    }
}
