package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.LogitCovariance;
import org.eyrie.lrmf.posterior.TrueScore;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;

/**
 * What to run to know how good a model is: the model itself on what is wanted or on something else, or a relative. By the
 * joint posterior, a measurement takes Cov² / (variance + noise) of a score's logit variance; what that is in squared
 * scores is added up over the wanted benchmarks.
 */
final class HowGood {

    /** What takes less of the variance than this is no use. */
    private static final double LEAST_SHARE = 1e-3;

    private final SolvedFamily solved;
    private final ModelId model;
    private final RunCosts costs;
    private final int row;
    private final List<BenchmarkId> open = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** A score that is asked for. */
    private record Wanted(int column, TrueScore score, LogitCovariance covariance) {

        /** In squared scores. */
        double variance() {
            return score.slope() * score.slope() * score.logitVariance();
        }
    }

    HowGood(SolvedFamily solved, ModelId model, List<BenchmarkId> benchmarks, RunCosts costs) {
        this.solved = solved;
        this.model = model;
        this.costs = costs;
        this.row = solved.numbering().row(model).orElseThrow();
        Model known = solved.models().get(row);
        Forecasts forecasts = new Forecasts(solved);
        for (BenchmarkId benchmark : benchmarks) {
            Double score = solved.score(model, benchmark);
            if (score != null && solved.partialRun(model, benchmark) == null) {
                continue;
            }
            open.add(benchmark);
            int column = solved.column(benchmark);
            wanted.add(new Wanted(
                    column,
                    TrueScore.of(solved.posterior(), row, column),
                    LogitCovariance.of(solved.posterior(), row, column)));
            warnings.addAll(forecasts.of(known, benchmark, false).warnings());
        }
        if (wanted.isEmpty()) {
            warnings.add("It was measured on all of that already: there is nothing left to predict.");
        }
    }

    EvaluationChoice answer() {
        double total = wanted.stream().mapToDouble(Wanted::variance).sum();
        List<EvaluationChoice.ProposedRun> runs = new ArrayList<>();
        List<EvaluationChoice.MeasuredCell> measured = new ArrayList<>();
        for (BenchmarkId benchmark : solved.numbering().benchmarks()) {
            int column = solved.column(benchmark);
            Optional<RunCosts.Cost> cost = costs.of(benchmark);
            for (int other = 0; other < solved.models().size(); other++) {
                ModelId id = solved.models().get(other).id();
                Double score = solved.score(id, benchmark);
                if (score != null) {
                    if (other == row || open.contains(benchmark)) {
                        measured.add(new EvaluationChoice.MeasuredCell(id, benchmark, score));
                    }
                } else if (cost.isPresent() && total > 0) {
                    propose(other, column, benchmark, cost.get(), total, runs);
                }
            }
        }
        double[] nothing = new double[wanted.size()];
        return new EvaluationChoice(
                model,
                null,
                open,
                wanted.isEmpty() ? 0 : width(nothing),
                runs,
                measured,
                solved.fit().fit().id(),
                List.copyOf(warnings));
    }

    private void propose(
            int other,
            int column,
            BenchmarkId benchmark,
            RunCosts.Cost cost,
            double total,
            List<EvaluationChoice.ProposedRun> runs) {
        double[] gains = new double[wanted.size()];
        double taken = 0;
        for (int k = 0; k < gains.length; k++) {
            Wanted one = wanted.get(k);
            double step = one.covariance().movedBy(other, column);
            gains[k] = step * step;
            taken += gains[k] * one.score().slope() * one.score().slope();
        }
        double share = Math.min(1, taken / total);
        if (share >= LEAST_SHARE) {
            ModelId id = Objects.requireNonNull(solved.models().get(other)).id();
            runs.add(new EvaluationChoice.ProposedRun(
                    id, benchmark, cost.value(), cost.assumed(), share, share / cost.value(), width(gains)));
        }
    }

    /** Mean width of the wanted intervals once so much of their logits' variances is gone. */
    private double width(double[] gains) {
        double sum = 0;
        for (int k = 0; k < gains.length; k++) {
            CellPrediction cell =
                    solved.posterior().predictAfter(row, wanted.get(k).column(), gains[k], IntervalLevel.USUAL);
            sum += cell.upper() - cell.lower();
        }
        return sum / gains.length;
    }
}
