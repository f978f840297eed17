package org.eyrie.lrmf.trial.protocol;

import java.util.List;

/**
 * What one predictor reached in one experiment.
 *
 * @param protocol name of the experiment
 * @param predictor name of the predictor
 * @param seed seed of the splits
 * @param level nominal coverage of the intervals
 * @param rounds number of fits
 * @param models number of models with held-out cells
 * @param columns figures per column, by index; columns without held-out cells are left out
 * @param mean mean of the columns' figures; its n is their sum
 * @param seconds wall-clock time of all fits and predictions
 */
public record BacktestResult(
        String protocol,
        String predictor,
        long seed,
        double level,
        int rounds,
        int models,
        List<ColumnFigures> columns,
        Figures mean,
        double seconds) {}
