package org.eyrie.lrmf.trial.protocol;

import java.util.List;

/**
 * What an experiment showed.
 *
 * @param protocol its name
 * @param cells what was asked of every predictor
 * @param unanswered number of hidden cells that were not asked for, since nobody would be given an answer
 * @param results one per predictor, in the order in which they were given
 */
public record Experiment(String protocol, AskedCells cells, int unanswered, List<BacktestResult> results) {

    /** Columns, by index, that have a row but no part in the means: too few cells for a figure of their own. */
    public List<Integer> withoutPart() {
        return results.stream()
                .limit(1)
                .flatMap(result -> result.columns().stream())
                .filter(column -> !column.counts())
                .map(ColumnFigures::column)
                .toList();
    }
}
