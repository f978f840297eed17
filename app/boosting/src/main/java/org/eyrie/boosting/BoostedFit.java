package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Learns when it is asked, since what is worth learning depends on the question: whether it is about the future, and how
 * many scores of those models are known.
 */
final class BoostedFit implements Fitted {

    private final ModelScores scores;
    private final Parts parts;
    private final long seed;
    private final Progress progress;
    private @Nullable Answers known;

    /** What was asked last, and what was learned for it. */
    @SuppressWarnings("ArrayRecordComponent") // structure of arrays
    private record Answers(int[] model, int[] column, double[] mean, ErrorQuantiles errors) {

        boolean answer(int[] models, int[] columns) {
            return Arrays.equals(model, models) && Arrays.equals(column, columns);
        }
    }

    BoostedFit(Problem problem, NamesAndLicences names, long seed, Progress progress) {
        this.scores = new ModelScores(problem);
        this.parts = new Parts(problem, scores, Ties.of(problem, names, scores::any), seed);
        this.seed = seed;
        this.progress = progress;
    }

    @Override
    public Estimates predict(int[] model, int[] column, double level) {
        Answers answers = known;
        if (answers == null || !answers.answer(model, column)) {
            answers = learn(model, column);
            known = answers;
        }
        double[] mean = answers.mean();
        double[] lower = new double[mean.length];
        double[] upper = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            lower[c] = Math.max(0, mean[c] + answers.errors().at(column[c], (1 - level) / 2));
            upper[c] = Math.max(lower[c], Math.min(1, mean[c] + answers.errors().at(column[c], (1 + level) / 2)));
        }
        return new Estimates(mean, lower, upper);
    }

    private Answers learn(int[] model, int[] column) {
        boolean future = isFuture(model);
        List<int[]> cells = new ArrayList<>();
        for (int i = 0; i < scores.columns(); i++) {
            int wanted = i;
            cells.add(IntStream.range(0, column.length)
                    .filter(c -> column[c] == wanted)
                    .toArray());
        }
        List<BoostedColumn> columns = IntStream.range(0, scores.columns())
                .parallel()
                .mapToObj(i -> {
                    progress.check();
                    int[] asked = Arrays.stream(cells.get(i)).map(c -> model[c]).toArray();
                    return asked.length == 0
                            ? new BoostedColumn(new double[0], new double[0])
                            : BoostedColumn.learn(new BoostedColumn.Task(parts, scores, i, future, seed), asked);
                })
                .toList();
        double[] mean = new double[model.length];
        for (int i = 0; i < cells.size(); i++) {
            for (int k = 0; k < cells.get(i).length; k++) {
                mean[cells.get(i)[k]] = columns.get(i).mean()[k];
            }
        }
        return new Answers(model, column, mean, new ErrorQuantiles(columns));
    }

    /** Whether everything that is asked for was published later than everything that is known. */
    private boolean isFuture(int[] asked) {
        double last = IntStream.range(0, scores.models())
                .filter(scores::any)
                .mapToDouble(scores::day)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return Arrays.stream(asked).allMatch(u -> scores.day(u) > last); // false where a date is unknown
    }
}
