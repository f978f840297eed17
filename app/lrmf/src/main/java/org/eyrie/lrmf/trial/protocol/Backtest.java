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
 */
public final class Backtest {

    private final Problem problem;
    private final long seed;
    private final double level;
    private final LongSupplier nanoTime;

    /**
     * @param problem everything that is known
     * @param seed seed of the splits; equal seeds give equal splits
     * @param level nominal coverage of the intervals, between 0 and 1
     * @param nanoTime clock for the seconds, such as {@link System#nanoTime}
     */
    public Backtest(Problem problem, long seed, double level, LongSupplier nanoTime) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level of intervals must be between 0 and 1: " + level);
        }
        this.problem = problem;
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
    public List<BacktestResult> run(Protocol protocol, List<Predictor> predictors, Progress progress) {
        List<Split> splits = protocol.splits(problem, seed);
        List<BacktestResult> results = new ArrayList<>(predictors.size());
        for (Predictor predictor : predictors) {
            double done = results.size();
            String step = protocol.name() + ": " + predictor.name();
            Progress part = progress.part(step, done / predictors.size(), (done + 1) / predictors.size());
            results.add(run(protocol, splits, predictor, part));
        }
        return results;
    }

    private BacktestResult run(Protocol protocol, List<Split> splits, Predictor predictor, Progress progress) {
        Tally tally = new Tally(problem.observations().columns());
        long nanos = 0;
        for (int round = 0; round < splits.size(); round++) {
            progress.check();
            Split split = splits.get(round);
            double done = round;
            String step = "round " + (round + 1) + " of " + splits.size();
            Progress part = progress.part(step, done / splits.size(), (done + 1) / splits.size());
            long begin = nanoTime.getAsLong();
            Estimates estimates = predict(predictor, split, part);
            nanos += nanoTime.getAsLong() - begin;
            tally.add(split.heldOut(), estimates);
        }
        List<ColumnFigures> columns = tally.columns();
        return new BacktestResult(
                protocol.name(),
                predictor.name(),
                seed,
                level,
                splits.size(),
                tally.models(),
                columns,
                Figures.mean(columns),
                nanos * 1e-9);
    }

    private Estimates predict(Predictor predictor, Split split, Progress progress) {
        Observations heldOut = split.heldOut();
        Fitted fitted = predictor.fit(split.training(), progress);
        // Copies: the index arrays must stay what they are, whatever a predictor does with its own.
        Estimates estimates =
                fitted.predict(heldOut.model().clone(), heldOut.column().clone(), level);
        if (estimates.cells() != heldOut.cells()) {
            throw new IllegalStateException(
                    predictor.name() + " predicted " + estimates.cells() + " cells when asked for " + heldOut.cells());
        }
        return estimates;
    }
}
