package org.eyrie.server.cli.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.lrmf.trial.protocol.AskedCells;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.server.out.Table;

/** Every cell that was hidden and asked for, with what everybody predicted. */
final class CellsTable {

    private static final List<String> FIXED =
            List.of("protocol", "round", "model", "benchmark", "measured", "predicted", "lower", "upper");

    private CellsTable() {}

    /** A row per experiment and cell: ours with its interval, then one column per baseline, named after it. */
    static Table of(BacktestOutcome outcome) {
        List<String> columns = new ArrayList<>(FIXED);
        outcome.experiments().stream()
                .limit(1)
                .flatMap(experiment -> BacktestOutcome.baselines(experiment).stream())
                .map(baseline -> baseline.predictor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                .forEach(columns::add);
        Table table = new Table(columns.toArray(String[]::new));
        for (Experiment experiment : outcome.experiments()) {
            rows(outcome, experiment, table);
        }
        return table;
    }

    private static void rows(BacktestOutcome outcome, Experiment experiment, Table table) {
        AskedCells cells = experiment.cells();
        Estimates ours = BacktestOutcome.ours(experiment).estimates();
        List<double[]> others = BacktestOutcome.baselines(experiment).stream()
                .map(BacktestResult::estimates)
                .map(Estimates::mean)
                .toList();
        for (int cell = 0; cell < cells.cells(); cell++) {
            int c = cell;
            Object[] row = IntStream.range(0, FIXED.size() + others.size())
                    .mapToObj(k -> k < FIXED.size() ? "" : others.get(k - FIXED.size())[c])
                    .toArray();
            Object[] fixed = {
                experiment.protocol(),
                cells.round()[c] + 1,
                outcome.numbering().models().get(cells.model()[c]).id().value(),
                outcome.numbering().benchmark(cells.column()[c]).value(),
                cells.truth()[c],
                ours.mean()[c],
                ours.lower()[c],
                ours.upper()[c]
            };
            System.arraycopy(fixed, 0, row, 0, fixed.length);
            table.row(row);
        }
    }
}
