package org.eyrie.lrmf.trial.protocol;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eyrie.lrmf.trial.metric.Correlation;
import org.eyrie.lrmf.trial.metric.IntervalQuality;
import org.eyrie.lrmf.trial.metric.PredictionError;

/**
 * How good predictions were.
 *
 * @param n number of held-out cells, at least 1
 * @param pearson Pearson's r between predictions and truths, 0 where the predictions are constant
 * @param spearman Spearman's rho, 0 where the predictions are constant
 * @param rmse root mean squared error, in the unit of the scores
 * @param coverage share of truths within their intervals
 * @param width mean width of the intervals, in the unit of the scores
 * @param logLoss mean negative log-likelihood of a trial (natural logarithm)
 */
public record Figures(
        int n, double pearson, double spearman, double rmse, double coverage, double width, double logLoss) {

    static Figures of(Estimates estimates, double[] truth) {
        return new Figures(
                truth.length,
                Correlation.pearson(estimates.mean(), truth),
                Correlation.spearman(estimates.mean(), truth),
                PredictionError.rmse(estimates.mean(), truth),
                IntervalQuality.coverage(estimates.lower(), estimates.upper(), truth),
                IntervalQuality.width(estimates.lower(), estimates.upper()),
                PredictionError.logLoss(estimates.mean(), truth));
    }

    /** Plain mean of each figure, every column counting the same, and the sum of the cells. */
    static Figures mean(List<ColumnFigures> columns) {
        return new Figures(
                columns.stream().mapToInt(column -> column.figures().n()).sum(),
                mean(columns, Figures::pearson),
                mean(columns, Figures::spearman),
                mean(columns, Figures::rmse),
                mean(columns, Figures::coverage),
                mean(columns, Figures::width),
                mean(columns, Figures::logLoss));
    }

    private static double mean(List<ColumnFigures> columns, ToDoubleFunction<Figures> figure) {
        return columns.stream()
                .map(ColumnFigures::figures)
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }
}
