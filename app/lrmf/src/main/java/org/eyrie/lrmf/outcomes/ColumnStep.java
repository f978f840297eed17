package org.eyrie.lrmf.outcomes;

import java.util.function.IntConsumer;

/**
 * Solves for every column's loadings and intercept, one column at a time, since columns meet only in their prior. Two parts:
 * what the outcomes say, which adds up over models, and the columns that fit the sum best.
 */
final class ColumnStep {

    private final PaddedRank stride;
    private final ColumnPrior prior;

    ColumnStep(PaddedRank stride, ColumnPrior prior) {
        this.stride = stride;
        this.prior = prior;
    }

    /**
     * Both parts, column by column, so that no statistics are kept.
     *
     * @param table outcomes with columns as rows
     */
    void solve(CellPass pass, OutcomeTable table, Factors models, Factors columns) {
        prior.look(columns); // before anything moves: the order in which columns are solved must not matter
        pass.workers().run(table.rows(), () -> {
            RowStatistics statistics = new RowStatistics(pass.kernel(), stride, pass.spread());
            ColumnStatistics one = new ColumnStatistics(1, stride.extended());
            ColumnSolver solver = new ColumnSolver(prior, stride.extended(), pass.spread());
            return i -> {
                statistics.collect(table, i, columns, models);
                one.set(0, statistics);
                solver.solve(one, 0, i, columns);
            };
        });
    }

    /**
     * The first part alone, of all columns, from some models or all.
     *
     * @param table outcomes of these models, with columns as rows
     * @param models their factors, numbered as in the table
     * @param columns all present factors, at which the quadratics touch the loss
     */
    static ColumnStatistics statistics(CellPass pass, OutcomeTable table, Factors models, Factors columns) {
        PaddedRank stride = columns.stride();
        ColumnStatistics all = new ColumnStatistics(table.rows(), stride.extended());
        pass.workers().run(table.rows(), () -> {
            RowStatistics statistics = new RowStatistics(pass.kernel(), stride, pass.spread());
            return i -> {
                statistics.collect(table, i, columns, models);
                all.set(i, statistics);
            };
        });
        return all;
    }

    /**
     * The second part alone: replaces all columns' factors by the best under the statistics of all models.
     *
     * @param sum of all columns
     */
    void maximise(CellPass pass, ColumnStatistics sum, Factors columns) {
        if (sum.columns() != columns.count()) {
            throw new IllegalArgumentException(
                    "Statistics of " + sum.columns() + " columns do not fit " + columns.count());
        }
        prior.look(columns);
        pass.workers().run(columns.count(), () -> maximiser(pass, sum, columns));
    }

    private IntConsumer maximiser(CellPass pass, ColumnStatistics sum, Factors columns) {
        ColumnSolver solver = new ColumnSolver(prior, stride.extended(), pass.spread());
        return i -> solver.solve(sum, i, i, columns);
    }
}
