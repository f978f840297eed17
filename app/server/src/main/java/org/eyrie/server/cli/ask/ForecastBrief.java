package org.eyrie.server.cli.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.engine.ask.ForecastRow;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** Predictions as a table for people to read in a terminal, with remarks below it: the same few stand in many rows. */
final class ForecastBrief {

    private static final String STRANGER = "There is no such model.";

    private final List<ForecastRow> rows;
    private final Map<String, Integer> remarks = new LinkedHashMap<>();

    private ForecastBrief(List<ForecastRow> rows) {
        this.rows = rows;
        rows.forEach(row -> warnings(row).forEach(warning -> remarks.putIfAbsent(warning, remarks.size() + 1)));
    }

    static ForecastBrief of(List<ForecastRow> rows) {
        return new ForecastBrief(rows);
    }

    /** Without the model where there is one only. */
    Table table() {
        boolean several =
                rows.stream().map(ForecastRow::model).distinct().limit(2).count() > 1;
        List<String> columns = new ArrayList<>(List.of("benchmark", "measured", "predicted", interval(), "baseline"));
        if (several) {
            columns.add(0, "model");
        }
        if (!remarks.isEmpty()) {
            columns.add("remark");
        }
        Table table = new Table(columns.toArray(String[]::new));
        rows.forEach(row -> table.row(cells(row, several).toArray()));
        return table;
    }

    /** What the numbers in the last column mean. */
    List<String> remarks() {
        return remarks.entrySet().stream()
                .map(each -> "[" + each.getValue() + "] " + each.getKey())
                .toList();
    }

    private String interval() {
        return rows.stream()
                .map(ForecastRow::forecast)
                .filter(forecast -> forecast != null && forecast.predicted() != null)
                .findFirst()
                .map(forecast -> forecast.predicted() == null
                        ? "interval"
                        : String.format(
                                Locale.ROOT,
                                "%.0f %% interval",
                                100 * forecast.predicted().level()))
                .orElse("interval");
    }

    private List<@Nullable Object> cells(ForecastRow row, boolean several) {
        Forecast forecast = row.forecast();
        Estimate predicted = forecast == null ? null : forecast.predicted();
        List<@Nullable Object> cells = new ArrayList<>();
        if (several) {
            cells.add(row.model());
        }
        cells.add(row.benchmark());
        cells.add(forecast == null ? null : forecast.measured());
        cells.add(predicted == null ? null : predicted.mean());
        cells.add(interval(predicted));
        cells.add(forecast == null ? null : forecast.baseline());
        if (!remarks.isEmpty()) {
            cells.add(warnings(row).stream()
                    .map(remarks::get)
                    .map(number -> "[" + number + "]")
                    .collect(Collectors.joining()));
        }
        return cells;
    }

    /** As words: two numbers that belong together. */
    static String interval(@Nullable Estimate estimate) {
        return estimate == null ? "" : String.format(Locale.ROOT, "%.3f to %.3f", estimate.lower(), estimate.upper());
    }

    private static List<String> warnings(ForecastRow row) {
        Forecast forecast = row.forecast();
        return forecast == null ? List.of(STRANGER) : forecast.warnings();
    }
}
