package org.eyrie.lrmf.trial.protocol;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line for all columns, in three ways. The means are of the columns that {@linkplain ColumnFigures#counts() count};
 * their n is those columns' cells.
 *
 * @param plain mean of the columns' figures, every column counting the same; null where none counts
 * @param weighted the same, every column counting as many times as it has cells; null where none counts
 * @param pooled over all cells of all columns. Its correlations also tell easy columns from hard ones, which any predictor
 *     can, so that they are no figure to compare by.
 */
public record Averages(@Nullable Figures plain, @Nullable Figures weighted, Figures pooled) {

    static Averages of(List<ColumnFigures> columns, Figures pooled) {
        List<Figures> counting = columns.stream()
                .filter(ColumnFigures::counts)
                .map(ColumnFigures::figures)
                .toList();
        return new Averages(mean(counting, column -> 1), mean(counting, Figures::n), pooled);
    }

    private static @Nullable Figures mean(List<Figures> columns, ToDoubleFunction<Figures> weight) {
        if (columns.isEmpty()) {
            return null;
        }
        return Figures.mean(columns, columns.stream().mapToDouble(weight).toArray());
    }
}
