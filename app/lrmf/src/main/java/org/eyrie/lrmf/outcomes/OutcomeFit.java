package org.eyrie.lrmf.outcomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.linalg.SelectedInverse;

/**
 * Lineage-regularised factorisation of outcomes: P(model u succeeds at column i) = σ(m_u · x_i + b_i), with models
 * tied to their parents (Tamura et al., arXiv 2504.19811) and columns to their group.
 */
public final class OutcomeFit {

    /** Sweeps before covariances and priors are believed: the first factors say nothing about either. */
    private static final int WARM_UP = 2;

    private OutcomeFit() {}

    /** Called after every sweep; {@code change} is the root mean square move of the logits. */
    @FunctionalInterface
    public interface Listener {
        void onSweep(int sweep, double change);
    }

    /**
     * Fits, until nothing moves any more, sweeps run out, or the caller cancels; then the state reached is the answer.
     *
     * @param threads how many work at once; their number changes no digit of the outcome
     * @param cancelled asked often
     */
    public static OutcomeModel fit(
            OutcomeProblem problem,
            OutcomeSettings settings,
            int threads,
            Listener listener,
            BooleanSupplier cancelled) {
        OutcomeTable byColumn = problem.outcomes().transposed();
        LineageTerms terms = LineageTerms.of(problem.lineage(), settings.structural());
        double[] strength = new double[terms.groups];
        Arrays.fill(strength, settings.kinship());
        strength[0] = settings.founderRidge();
        Factors columns = StartingPoint.columns(byColumn, new PaddedRank(settings.rank()), settings.seed());
        SkillLink link = SkillLink.none(problem.covariates().count(), settings.rank());
        OutcomeShared start = new OutcomeShared(settings, columns, strength, link);
        return run(problem, byColumn, terms, settings, start, WARM_UP, threads, listener, cancelled);
    }

    /**
     * The same from what another fit found, such as one of nearly the same outcomes: a few sweeps are enough.
     *
     * @param start of the same rank, columns and covariates; it stays as it is
     */
    public static OutcomeModel continued(
            OutcomeProblem problem,
            OutcomeSettings settings,
            OutcomeShared start,
            int threads,
            BooleanSupplier cancelled) {
        LineageTerms terms = LineageTerms.of(problem.lineage(), settings.structural());
        OutcomeTable byColumn = problem.outcomes().transposed();
        return run(problem, byColumn, terms, settings, start, 0, threads, (sweep, change) -> {}, cancelled);
    }

    private static OutcomeModel run(
            OutcomeProblem problem,
            OutcomeTable byColumn,
            LineageTerms terms,
            OutcomeSettings settings,
            OutcomeShared start,
            int warmUp,
            int threads,
            Listener listener,
            BooleanSupplier cancelled) {
        PaddedRank stride = new PaddedRank(settings.rank());
        Kernel kernel = KernelSelection.fastest();
        OutcomeTable byModel = problem.outcomes();
        ColumnPrior prior = new ColumnPrior(problem.ties(), stride, settings.ridge(), settings.interceptRidge());
        ModelStep modelStep = new ModelStep(terms, stride);
        ColumnStep columnStep = new ColumnStep(stride, prior);
        Factors columns = start.columns().copy();
        double[] strength = start.strength().clone();
        SkillLink link = start.link();
        double[] expected = link.expected(problem.covariates(), terms.nodes);
        Factors models = StartingPoint.models(expected, stride);
        if (warmUp == 0) {
            columnStep.learnPrior(columns);
        }
        ConvergenceProbe probe = new ConvergenceProbe(byModel.rows(), byModel.columns());
        List<Double> trace = new ArrayList<>();
        Optional<StopReason> stop = Optional.empty();
        try (Workers workers = new Workers(threads, cancelled)) {
            while (stop.isEmpty()) {
                boolean spread = settings.spread() && trace.size() >= warmUp;
                Optional<SelectedInverse> covariance =
                        modelStep.solve(byModel, models, columns, strength, expected, spread, workers, kernel);
                if (cancelled.getAsBoolean()) {
                    stop = Optional.of(StopReason.CANCELLED);
                    break;
                }
                if (covariance.isPresent()) {
                    if (link.count > 0) {
                        link = SkillLink.learned(terms, strength, models, problem.covariates());
                        expected = link.expected(problem.covariates(), terms.nodes);
                    }
                    strength = modelStep.strengths(models, covariance.get(), expected, strength, link.count > 0);
                }
                columnStep.solve(byColumn, models, columns, spread, workers, kernel);
                if (spread) {
                    columnStep.learnPrior(columns);
                }
                trace.add(probe.move(models, columns));
                listener.onSweep(trace.size(), trace.get(trace.size() - 1));
                stop = check(trace, settings, cancelled);
            }
        }
        OutcomeShared shared = new OutcomeShared(settings, columns, strength, link);
        return new OutcomeModel(problem, shared, models, trace, stop.get(), prior.likeness());
    }

    private static Optional<StopReason> check(List<Double> trace, OutcomeSettings settings, BooleanSupplier cancelled) {
        double change = trace.get(trace.size() - 1);
        if (cancelled.getAsBoolean()) {
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
