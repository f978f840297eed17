package org.eyrie.server.cli.ask;

import java.util.List;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.engine.ask.ForecastRow;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** Predictions as a table for programs to read. */
final class ForecastTable {

    private ForecastTable() {}

    static Table of(List<ForecastRow> rows) {
        Table table = new Table(
                "model",
                "benchmark",
                "measured",
                "predicted",
                "lower",
                "upper",
                "level",
                "baseline",
                "relatives_measured",
                "own_scores",
                "left_out",
                "fit",
                "warnings");
        rows.forEach(row -> add(table, row));
        return table;
    }

    private static void add(Table table, ForecastRow row) {
        Forecast forecast = row.forecast();
        if (forecast == null) {
            table.row(
                    row.model(),
                    row.benchmark(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "There is no such model.");
            return;
        }
        @Nullable Estimate predicted = forecast.predicted();
        table.row(
                row.model(),
                row.benchmark(),
                forecast.measured(),
                predicted == null ? null : predicted.mean(),
                predicted == null ? null : predicted.lower(),
                predicted == null ? null : predicted.upper(),
                predicted == null ? null : predicted.level(),
                forecast.baseline(),
                forecast.evidence().relativesMeasured(),
                forecast.evidence().ownScores(),
                forecast.leftOut(),
                forecast.fit(),
                String.join(" ", forecast.warnings()));
    }
}
