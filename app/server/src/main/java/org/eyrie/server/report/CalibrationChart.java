package org.eyrie.server.report;

import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.LevelCoverage;

/** What intervals should hold, and what they do hold. */
final class CalibrationChart {

    private static final Plot PLOT = new Plot(280);

    private CalibrationChart() {}

    /** A line per predictor, ours last and thick, and ours in figures. */
    static void write(Experiment experiment, Markup page) {
        BacktestResult ours = BacktestOutcome.ours(experiment);
        page.begin("div", "class", "side");
        page.begin("figure");
        PLOT.begin(
                page,
                "Share of scores within intervals by the level of the intervals; the table beside has the figures",
                "level of the interval",
                "share it held");
        BacktestOutcome.baselines(experiment).forEach(other -> line(other.calibration(), "other", page));
        line(ours.calibration(), "ours", page);
        for (LevelCoverage point : ours.calibration()) {
            page.empty("circle", "class", "ours", "cx", PLOT.x(point.level()), "cy", PLOT.y(point.held()), "r", 3);
        }
        PLOT.end(page);
        page.begin("figcaption");
        page.element("span", BacktestReport.OURS, "class", "key ours");
        page.element("span", "each baseline", "class", "key other");
        page.element("span", "as it should be", "class", "key equal");
        page.end().end();
        table(ours.calibration(), page);
        page.end();
    }

    private static void line(List<LevelCoverage> points, String style, Markup page) {
        String way = points.stream()
                .map(point -> PLOT.x(point.level()) + "," + PLOT.y(point.held()))
                .collect(Collectors.joining("L", "M" + PLOT.x(0) + "," + PLOT.y(0) + "L", ""));
        page.empty("path", "class", "line " + style, "d", way);
    }

    private static void table(List<LevelCoverage> points, Markup page) {
        page.begin("table").begin("thead").begin("tr");
        page.element("th", "level", "class", "number").element("th", "held", "class", "number");
        page.element("th", "difference", "class", "number");
        page.end().end().begin("tbody");
        for (LevelCoverage point : points) {
            page.begin("tr");
            page.element("td", Figure.share(point.level(), 2), "class", "number");
            page.element("td", Figure.share(point.held(), 3), "class", "number");
            page.element("td", Figure.signed(point.held() - point.level(), 3), "class", "number");
            page.end();
        }
        page.end().end();
    }
}
