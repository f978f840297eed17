package org.eyrie.lrmf.outcomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;

/**
 * Lineage-regularised factorisation of outcomes: P(model u succeeds at column i) = σ(m_u · x_i + b_i), with models
 * tied to their parents (Tamura et al., arXiv 2504.19811) and columns to their group.
 */
public final class OutcomeFit {

    /** Sweeps before covariances and priors are believed: the first factors say nothing about either. */
    private static final int WARM_UP = 2;

    private OutcomeFit() {}

    /**
     * Fits, until nothing moves any more, sweeps run out, or the caller cancels; then the state reached is the answer.
     *
     * @param context its progress hears of every sweep
     */
    public static OutcomeModel fit(OutcomeProblem problem, OutcomeSettings settings, RunContext context) {
        OutcomeTable byColumn = problem.outcomes().transposed();
        double[] strength = new double[problem.lineage().relations() + 1];
        Arrays.fill(strength, settings.kinship());
        strength[0] = settings.founderRidge();
        Factors columns = StartingPoint.columns(byColumn, new PaddedRank(settings.rank()), settings.seed());
        SkillLink link = SkillLink.none(problem.covariates().count(), settings.rank());
        OutcomeShared start = new OutcomeShared(settings, columns, strength, link);
        return run(new OutcomeSweep(problem, settings, start, byColumn), WARM_UP, settings, context);
    }

    /**
     * The same from what another fit found, such as one of nearly the same outcomes: a few sweeps are enough.
     *
     * @param start of the same rank, columns and covariates; it stays as it is
     */
    public static OutcomeModel continued(
            OutcomeProblem problem, OutcomeSettings settings, OutcomeShared start, RunContext context) {
        OutcomeTable byColumn = problem.outcomes().transposed();
        OutcomeSweep sweep = new OutcomeSweep(problem, settings, start, byColumn);
        sweep.learnColumnPrior();
        return run(sweep, 0, settings, context);
    }

    private static OutcomeModel run(OutcomeSweep sweep, int warmUp, OutcomeSettings settings, RunContext context) {
        Kernel kernel = KernelSelection.fastest();
        List<Double> trace = new ArrayList<>();
        Optional<StopReason> stop = Optional.empty();
        try (Workers workers = new Workers(context.threads(), context.progress())) {
            while (stop.isEmpty()) {
                boolean spread = settings.spread() && trace.size() >= warmUp;
                sweep.run(new CellPass(workers, kernel, spread), context.progress());
                if (context.progress().cancelled()) {
                    stop = Optional.of(StopReason.CANCELLED);
                } else {
                    trace.add(sweep.move());
                    context.progress().at("sweeps", trace.size(), settings.sweeps());
                    stop = check(trace, settings, context);
                }
            }
        }
        return sweep.result(trace, stop.get());
    }

    private static Optional<StopReason> check(List<Double> trace, OutcomeSettings settings, RunContext context) {
        double change = trace.get(trace.size() - 1);
        if (context.progress().cancelled()) {
            return Optional.of(StopReason.CANCELLED);
        }
        if (Double.isNaN(change)) {
            return Optional.of(StopReason.DIVERGED);
        }
        if (change < settings.tolerance() && trace.size() > WARM_UP + 1) {
            return Optional.of(StopReason.CONVERGED);
        }
        return trace.size() >= settings.sweeps() ? Optional.of(StopReason.SWEEP_LIMIT) : Optional.empty();
    }
}
