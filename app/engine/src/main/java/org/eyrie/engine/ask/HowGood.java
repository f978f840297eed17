package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LogitCovariance;
import org.eyrie.lrmf.posterior.TrueScore;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;

/**
 * What to run to know how good a model is: the model itself on what is wanted or on something else, or a relative. A run of
 * what is wanted settles it. Of any other, by the joint posterior, a measurement takes Cov² / (variance + noise) of a
 * score's logit variance; what that is in squared scores is added up over the wanted benchmarks, as a share of all that
 * their intervals are wide for.
 */
final class HowGood {

    /** What takes less of the variance than this is no use. */
    private static final double LEAST_SHARE = 1e-3;

    /** Benchmarks that a warning names. */
    private static final int NAMED = 5;

    private final SolvedFamily solved;
    private final ModelId model;
    private final RunCosts costs;
    private final int row;
    private final List<BenchmarkId> open = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Of a score that is settled. */
    private static final double ALL = Double.POSITIVE_INFINITY;

    /**
     * A score that is asked for.
     *
     * @param noise variance of a measured logit around the true one
     */
    private record Wanted(int column, TrueScore score, double noise, LogitCovariance covariance) {

        static Wanted of(FamilyPosterior posterior, int row, int column) {
            return new Wanted(
                    column,
                    TrueScore.of(posterior, row, column),
                    posterior
                            .predict(row, column, LeaveOut.NOTHING, IntervalLevel.USUAL)
                            .noiseVariance(),
                    LogitCovariance.of(posterior, row, column));
        }

        /** Of the score that would be measured, in squared scores. */
        double variance() {
            return inScores(score.logitVariance() + noise);
        }

        double inScores(double logitVariance) {
            return score.slope() * score.slope() * logitVariance;
        }
    }

    HowGood(SolvedFamily solved, ModelId model, List<BenchmarkId> benchmarks, RunCosts costs) {
        this.solved = solved;
        this.model = model;
        this.costs = costs;
        this.row = solved.numbering().row(model).orElseThrow();
        Model known = solved.models().get(row);
        Forecasts forecasts = new Forecasts(solved);
        List<String> carriedOver = new ArrayList<>();
        for (BenchmarkId benchmark : benchmarks) {
            Double score = solved.score(model, benchmark);
            if (score != null && solved.partialRun(model, benchmark) == null) {
                continue;
            }
            open.add(benchmark);
            int column = solved.column(benchmark);
            wanted.add(Wanted.of(solved.posterior(), row, column));
            Forecast forecast = forecasts.of(known, benchmark, false);
            String said = Forecasts.carriedOver(benchmark.value());
            forecast.warnings().stream()
                    .filter(warning -> !warning.equals(said))
                    .forEach(warnings::add);
            if (forecast.warnings().contains(said)) {
                carriedOver.add(benchmark.value());
            }
        }
        if (!carriedOver.isEmpty()) {
            warnings.add(Forecasts.carriedOver(someOf(carriedOver)));
        }
        if (wanted.isEmpty()) {
            warnings.add("It was measured on all of that already: there is nothing left to predict.");
        }
    }

    private static String someOf(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
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
            if (other == row && column == one.column()) {
                gains[k] = ALL;
                taken += one.variance();
                continue;
            }
            double step = one.covariance().movedBy(other, column);
            gains[k] = step * step;
            taken += one.inScores(gains[k]);
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
            if (gains[k] == ALL) {
                continue;
            }
            CellPrediction cell =
                    solved.posterior().predictAfter(row, wanted.get(k).column(), gains[k], IntervalLevel.USUAL);
            sum += cell.upper() - cell.lower();
        }
        return sum / gains.length;
    }
}
