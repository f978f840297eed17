package org.eyrie.lrmf.outcomes;

import java.util.Arrays;

/**
 * Lineage-regularised factorisation of outcomes: P(model u succeeds at column i) = σ(m_u · x_i + b_i), with models
 * tied to their parents (Tamura et al., arXiv 2504.19811) and columns to their group.
 */
public final class OutcomeFit {

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
        Factors columns = StartingPoint.columns(
                ColumnCounts.of(problem.outcomes()), new PaddedRank(settings.rank()), settings.seed());
        SkillLink link = SkillLink.none(problem.covariates().count(), settings.rank());
        OutcomeShared start = new OutcomeShared(settings, columns, strength, link);
        return run(new OutcomeSweep(problem, settings, start, byColumn), SweepLoop.WARM_UP, settings, context);
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
        SweepLoop done = SweepLoop.run(sweep, warmUp, settings, context);
        return sweep.result(done.trace(), done.stop());
    }
}
