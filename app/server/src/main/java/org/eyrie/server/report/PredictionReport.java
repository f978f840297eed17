package org.eyrie.server.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.engine.ask.ForecastRow;
import org.jspecify.annotations.Nullable;

/** A page about predictions of many scores. */
public final class PredictionReport {

    /** More rows than this make a page that browsers are slow with; a table for programs has them all. */
    static final int MOST = 3_000;

    /** Of so many it is told where they come from. */
    static final int EXPLAINED = 60;

    private static final String STRANGER = "There is no such model.";

    private final List<ForecastRow> rows;
    private final List<ForecastRow> shown;
    private final Function<ForecastRow, Why> reasons;
    private final boolean byModel;
    private final LocalDate day;
    private final Remarks remarks = new Remarks();
    private final Map<ForecastRow, String> anchors = new LinkedHashMap<>();

    /**
     * @param reasons where a prediction comes from; asked of the first {@value #EXPLAINED} rows that have one
     * @param day on which it was asked
     */
    public PredictionReport(List<ForecastRow> rows, Function<ForecastRow, Why> reasons, LocalDate day) {
        this.rows = List.copyOf(rows);
        this.reasons = reasons;
        this.day = day;
        this.shown = this.rows.subList(0, Math.min(MOST, rows.size()));
        this.byModel = count(ForecastRow::model) <= count(ForecastRow::benchmark);
    }

    private long count(Function<ForecastRow, Object> what) {
        return rows.stream().map(what).distinct().count();
    }

    /** Writes the page. Whether it could be written the writer tells. */
    public void write(PrintWriter out) {
        Map<String, List<ForecastRow>> sections = shown.stream()
                .collect(Collectors.groupingBy(
                        row -> byModel ? row.model().value() : row.benchmark().value(),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        sections.values().forEach(this::order);
        sections.values().stream()
                .flatMap(List::stream)
                .filter(row -> predicted(row) != null)
                .limit(EXPLAINED)
                .forEach(row -> anchors.put(row, "why-" + (anchors.size() + 1)));
        ReportPage.write(out, "predictions", page -> {
            introduction(page);
            sections.forEach((name, group) -> section(name, group, page));
            reasons(page);
            remarks.write(page);
        });
    }

    /** Of models on one benchmark the best comes first; of benchmarks of one model the order is that of the answer. */
    private void order(List<ForecastRow> group) {
        if (!byModel) {
            group.sort(Comparator.comparingDouble(PredictionReport::value).reversed());
        }
    }

    private static double value(ForecastRow row) {
        Forecast forecast = row.forecast();
        if (forecast != null && forecast.measured() != null) {
            return forecast.measured();
        }
        Estimate predicted = predicted(row);
        return predicted == null ? Double.NEGATIVE_INFINITY : predicted.mean();
    }

    private void introduction(Markup page) {
        long without = rows.stream().filter(row -> predicted(row) == null).count();
        page.element("h1", "Predicted scores");
        page.element(
                "p",
                Figure.count(rows.size(), "score") + " of " + Figure.count(count(ForecastRow::model), "model") + " on "
                        + Figure.count(count(ForecastRow::benchmark), "benchmark")
                        + (without == 0 ? "" : ", " + Figure.count(without) + " of them without a prediction")
                        + fit() + "; " + day + ".");
        page.element(
                "p",
                "In per cent. Solid: measured. Rings: predicted, with the interval that holds " + level()
                        + " of truths" + leftOut()
                        + ". Strokes: the baseline, which is the mean of the measured parents,"
                        + " or of models of the same architecture and size, or of all.",
                "class",
                "note");
        if (rows.size() > shown.size()) {
            page.element(
                    "p",
                    "Shown are the first " + Figure.count(shown.size()) + "; --out FILE writes all of them.",
                    "class",
                    "problem");
        }
    }

    private Stream<Forecast> forecasts() {
        return rows.stream().map(ForecastRow::forecast).flatMap(Stream::ofNullable);
    }

    private String fit() {
        return forecasts()
                .findFirst()
                .map(forecast -> "; fit " + forecast.fit())
                .orElse("");
    }

    private String level() {
        return forecasts()
                .map(Forecast::predicted)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(estimate -> Figure.percent(estimate.level(), 0) + " %")
                .orElse("its share");
    }

    private String leftOut() {
        return forecasts().anyMatch(Forecast::leftOut)
                ? "; where a score was measured, it is predicted without that measurement"
                : "";
    }

    private void section(String name, List<ForecastRow> group, Markup page) {
        ScoreAxis scale = ScoreAxis.around(group.stream().flatMapToDouble(PredictionReport::scores));
        page.begin("section").element("h2", name).begin("div", "class", "scroll", "tabindex", 0);
        page.begin("table").begin("thead").begin("tr");
        page.element("th", byModel ? "benchmark" : "model", "scope", "col");
        for (String head : List.of("measured", "predicted", "interval")) {
            page.element("th", head, "class", "number", "scope", "col");
        }
        page.element("th", scale.words(), "scope", "col").element("th", "baseline", "class", "number", "scope", "col");
        page.element("th", "more", "scope", "col").end().end().begin("tbody");
        group.forEach(row -> row(row, scale, page));
        page.end().end().end().end();
    }

    private static DoubleStream scores(ForecastRow row) {
        Forecast forecast = row.forecast();
        Estimate predicted = predicted(row);
        return DoubleStream.of(
                forecast == null || forecast.measured() == null ? Double.NaN : forecast.measured(),
                forecast == null || forecast.baseline() == null ? Double.NaN : forecast.baseline(),
                predicted == null ? Double.NaN : predicted.lower(),
                predicted == null ? Double.NaN : predicted.upper());
    }

    private void row(ForecastRow row, ScoreAxis scale, Markup page) {
        Forecast forecast = row.forecast();
        Estimate predicted = predicted(row);
        Double measured = forecast == null ? null : forecast.measured();
        Double baseline = forecast == null ? null : forecast.baseline();
        page.begin("tr").element("th", (byModel ? row.benchmark() : row.model()).toString(), "scope", "row");
        page.element("td", percent(measured), "class", "number truth");
        page.element("td", percent(predicted == null ? null : predicted.mean()), "class", "number");
        page.element("td", Remarks.interval(predicted), "class", "number").begin("td");
        if (predicted != null || measured != null) {
            scale.draw(predicted, measured, baseline, page);
        }
        page.end().element("td", percent(baseline), "class", "number").begin("td");
        String anchor = anchors.get(row);
        if (anchor != null) {
            page.element(
                            "a",
                            "why",
                            "href",
                            "#" + anchor,
                            "aria-label",
                            "Why, " + row.model() + " on " + row.benchmark())
                    .text(" ");
        }
        page.text(remarks.numbers(forecast == null ? List.of(STRANGER) : forecast.warnings()));
        page.end().end();
    }

    private void reasons(Markup page) {
        if (anchors.isEmpty()) {
            return;
        }
        page.begin("section").element("h2", "Why");
        page.element(
                "p",
                "In points of score: from the usual score on the benchmark to the prediction. A plus raises it, a minus"
                        + " lowers it."
                        + (rows.stream().filter(row -> predicted(row) != null).count() > anchors.size()
                                ? " Told for the first " + anchors.size() + "; eyrie explain tells it for any."
                                : ""),
                "class",
                "note");
        page.begin("div", "class", "reasons");
        anchors.forEach((row, anchor) ->
                WhyList.write(row.model() + " on " + row.benchmark(), anchor, reasons.apply(row), page));
        page.end().end();
    }

    private static @Nullable Estimate predicted(ForecastRow row) {
        Forecast forecast = row.forecast();
        return forecast == null ? null : forecast.predicted();
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : Figure.percent(share, 1);
    }
}
