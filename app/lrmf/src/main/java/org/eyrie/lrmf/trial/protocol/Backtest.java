package org.eyrie.lrmf.trial.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;

/**
 * Runs experiments.
 *
 * <p>Predictions of all rounds are put together before figures are computed, one figure per column. So a fold with few
 * models weighs little; the price is that a predictor that is constant in each round gets a slightly negative
 * correlation in cross-validation, because the mean of what is left is low where the held-out scores are high.
 *
 * <p>Cells that nobody would be given an answer for are not asked for, of no predictor: all are compared on the same cells.
 */
public final class Backtest {

    /** Levels at which intervals are checked besides the one that is asked for. */
    private static final double[] LEVELS = {.1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99};

    private final Problem problem;
    private final Answerable answerable;
    private final long seed;
    private final double level;
    private final LongSupplier nanoTime;

    /**
     * @param problem everything that is known
     * @param answerable which cells are asked for
     * @param seed seed of the splits; equal seeds give equal splits
     * @param level nominal coverage of the intervals, between 0 and 1
     * @param nanoTime clock for the seconds, such as {@link System#nanoTime}
     */
    public Backtest(Problem problem, Answerable answerable, long seed, double level, LongSupplier nanoTime) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level of intervals must be between 0 and 1: " + level);
        }
        this.problem = problem;
        this.answerable = answerable;
        this.seed = seed;
        this.level = level;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs one experiment with each predictor, on the same splits.
     *
     * @return one result per predictor, in the same order
     * @throws ProtocolRefusedException if the data cannot carry the experiment
     * @throws org.eyrie.task.CancelledException if the caller wants it to stop
     * @throws IllegalStateException if a predictor does not predict what it is asked for
     */
    public Experiment run(Protocol protocol, List<Predictor> predictors, Progress progress) {
        List<Split> hidden = protocol.splits(problem, seed);
        List<Split> splits =
                hidden.stream().map(split -> split.askingOnly(answerable)).toList();
        AskedCells asked = AskedCells.of(splits.stream().map(Split::heldOut).toList());
        int unanswered =
                hidden.stream().mapToInt(split -> split.heldOut().cells()).sum() - asked.cells();
        if (asked.cells() == 0) {
            throw new ProtocolRefusedException(
                    protocol, "of none of the " + unanswered + " hidden scores would there be a prediction");
        }
        List<BacktestResult> results = new ArrayList<>(predictors.size());
        for (Predictor predictor : predictors) {
            double done = results.size();
            String step = protocol.name() + ": " + predictor.name();
            Progress part = progress.part(step, done / predictors.size(), (done + 1) / predictors.size());
            Rounds rounds = rounds(splits, predictor, part);
            results.add(result(protocol, predictor, asked, rounds));
        }
        return new Experiment(protocol.name(), asked, unanswered, results);
    }

    /**
     * Predictions, round after round.
     *
     * @param estimates with intervals of the level that was asked for
     * @param byLevel the same with intervals of each of {@link #LEVELS}
     */
    private record Rounds(List<Estimates> estimates, List<List<Estimates>> byLevel, long nanos) {}

    private Rounds rounds(List<Split> splits, Predictor predictor, Progress progress) {
        List<Estimates> estimates = new ArrayList<>();
        List<List<Estimates>> byLevel = new ArrayList<>();
        for (double ignored : LEVELS) {
            byLevel.add(new ArrayList<>());
        }
        long nanos = 0;
        for (int round = 0; round < splits.size(); round++) {
            progress.check();
            Split split = splits.get(round);
            if (split.heldOut().cells() == 0) {
                continue;
            }
            double done = round;
            String step = "round " + (round + 1) + " of " + splits.size();
            Progress part = progress.part(step, done / splits.size(), (done + 1) / splits.size());
            long begin = nanoTime.getAsLong();
            Fitted fitted = predictor.fit(split.training(), part);
            estimates.add(predict(predictor, fitted, split.heldOut(), level));
            nanos += nanoTime.getAsLong() - begin;
            for (int k = 0; k < LEVELS.length; k++) {
                byLevel.get(k).add(predict(predictor, fitted, split.heldOut(), LEVELS[k]));
            }
        }
        return new Rounds(estimates, byLevel, nanos);
    }

    private static Estimates predict(Predictor predictor, Fitted fitted, Observations heldOut, double level) {
        // Copies: the index arrays must stay what they are, whatever a predictor does with its own.
        Estimates estimates =
                fitted.predict(heldOut.model().clone(), heldOut.column().clone(), level);
        if (estimates.cells() != heldOut.cells()) {
            throw new IllegalStateException(
                    predictor.name() + " predicted " + estimates.cells() + " cells when asked for " + heldOut.cells());
        }
        return estimates;
    }

    private BacktestResult result(Protocol protocol, Predictor predictor, AskedCells asked, Rounds rounds) {
        Tally tally = new Tally(asked, problem.observations().columns());
        Estimates estimates = Estimates.concatenated(rounds.estimates());
        List<ColumnFigures> columns = tally.columns(estimates);
        List<LevelCoverage> calibration = new ArrayList<>();
        for (int k = 0; k < LEVELS.length; k++) {
            calibration.add(tally.held(
                    LEVELS[k], Estimates.concatenated(rounds.byLevel().get(k))));
        }
        return new BacktestResult(
                protocol.name(),
                predictor.name(),
                rounds.estimates().size(),
                asked.models(),
                columns,
                Averages.of(columns, tally.pooled(estimates)),
                calibration,
                estimates,
                rounds.nanos() * 1e-9);
    }
}
