package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;

/**
 * Measured scores as they would be predicted of models that nobody evaluated, and how far both that and the mean of the
 * parents are off. A first look at what a fit is worth: what all models share was learned with these scores too, which
 * only a backtest hides.
 *
 * @param scores those whose model has a parent that was measured on the same benchmark, model by model
 */
public record UnseenScores(List<UnseenScore> scores) {

    public UnseenScores {
        scores = List.copyOf(scores);
    }

    static UnseenScores of(SolvedFamily solved) {
        List<UnseenScore> scores = new ArrayList<>();
        for (Model model : solved.models()) {
            for (BenchmarkId benchmark : solved.numbering().benchmarks()) {
                Double measured = solved.score(model.id(), benchmark);
                OptionalDouble parents = solved.parentMean(model.id(), benchmark);
                if (measured != null && parents.isPresent() && solved.partialRun(model.id(), benchmark) == null) {
                    int row = solved.numbering().row(model.id()).orElseThrow();
                    int column = solved.column(benchmark);
                    Estimate predicted =
                            Estimate.of(solved.posterior().predict(row, column, LeaveOut.MODEL, IntervalLevel.USUAL));
                    scores.add(new UnseenScore(model.id(), benchmark, measured, predicted, parents.getAsDouble()));
                }
            }
        }
        return new UnseenScores(scores);
    }

    /** How many models they are of. */
    public long models() {
        return scores.stream().map(UnseenScore::model).distinct().count();
    }

    /** Root of the mean squared error of what is predicted; NaN without scores. */
    public double error() {
        return root(scores.stream()
                .mapToDouble(each -> each.predicted().mean() - each.measured())
                .map(error -> error * error)
                .average());
    }

    /** The same of the parents' mean. */
    public double errorOfParents() {
        return root(scores.stream()
                .mapToDouble(each -> each.parents() - each.measured())
                .map(error -> error * error)
                .average());
    }

    private static double root(OptionalDouble mean) {
        return Math.sqrt(mean.orElse(Double.NaN));
    }
}
