package org.eyrie.lrmf.trial.protocol;

import java.util.List;

/**
 * What one predictor reached in one experiment.
 *
 * @param protocol name of the experiment
 * @param predictor name of the predictor
 * @param rounds number of fits
 * @param models number of models with cells that were asked for
 * @param columns figures per column, by index; columns without such cells are left out
 * @param averages one line for all columns
 * @param calibration what intervals of several levels hold, all cells together, by rising level
 * @param estimates what was predicted, in the order of the experiment's cells, with intervals of its level
 * @param seconds wall-clock time of all fits and of the predictions with those intervals
 */
public record BacktestResult(
        String protocol,
        String predictor,
        int rounds,
        int models,
        List<ColumnFigures> columns,
        Averages averages,
        List<LevelCoverage> calibration,
        Estimates estimates,
        double seconds) {

    /**
     * The plain mean over columns.
     *
     * @throws IllegalStateException if no column counts
     */
    public Figures mean() {
        Figures plain = averages.plain();
        if (plain == null) {
            throw new IllegalStateException("No column has " + ColumnFigures.FEWEST_CELLS + " cells");
        }
        return plain;
    }
}
