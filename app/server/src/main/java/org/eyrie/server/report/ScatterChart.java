package org.eyrie.server.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.lrmf.trial.protocol.AskedCells;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.ColumnFigures;
import org.eyrie.lrmf.trial.protocol.Experiment;

/** Predicted against measured scores, a drawing per benchmark. */
final class ScatterChart {

    /** More drawings than this nobody looks at; the table by benchmark has them all. */
    static final int MOST = 24;

    /** More points than this make a blot and a large file; every so many is drawn then. */
    static final int POINTS = 2_000;

    private static final int SIZE = 190;

    private ScatterChart() {}

    /** Drawings of the benchmarks with most cells, those in the order of the table. */
    static void write(BacktestOutcome outcome, Experiment experiment, Markup page) {
        BacktestResult ours = BacktestOutcome.ours(experiment);
        List<ColumnFigures> drawn = ours.columns().stream()
                .sorted(Comparator.comparingInt(
                        (ColumnFigures column) -> -column.figures().n()))
                .limit(MOST)
                .sorted(Comparator.comparingInt(ColumnFigures::column))
                .toList();
        page.begin("div", "class", "panels");
        for (ColumnFigures column : drawn) {
            String name = outcome.numbering().benchmark(column.column()).value();
            page.begin("figure").element("h4", name);
            points(experiment.cells(), ours, column.column(), name, page);
            page.element("figcaption", caption(column));
            page.end();
        }
        page.end();
        if (drawn.size() < ours.columns().size()) {
            page.element("p", "Drawn are the " + MOST + " benchmarks with most scores.", "class", "note");
        }
    }

    private static String caption(ColumnFigures column) {
        int n = column.figures().n();
        String drawn = n > POINTS ? ", of which " + Figure.count(POINTS) + " are drawn" : "";
        String r = column.counts() ? "r " + Figure.share(column.figures().pearson(), 3) + ", " : "";
        return r + "RMSE " + Figure.share(column.figures().rmse(), 4) + ", " + Figure.count(n) + " scores" + drawn;
    }

    /** Points are strokes of no length with round ends: a fifth of the bytes of circles. */
    private static void points(AskedCells cells, BacktestResult ours, int column, String name, Markup page) {
        int[] at = IntStream.range(0, cells.cells())
                .filter(c -> cells.column()[c] == column)
                .toArray();
        double[] mean = ours.estimates().at(at).mean();
        double[] truth = cells.truth(at);
        DoubleSummaryStatistics range =
                DoubleStream.concat(Arrays.stream(mean), Arrays.stream(truth)).summaryStatistics();
        Plot plot = Plot.around(SIZE, range.getMin(), range.getMax());
        StringBuilder way = new StringBuilder();
        int shown = Math.min(at.length, POINTS);
        for (int k = 0; k < shown; k++) {
            int c = (int) ((long) k * at.length / shown);
            way.append('M')
                    .append(plot.x(mean[c]))
                    .append(',')
                    .append(plot.y(truth[c]))
                    .append("h0");
        }
        plot.begin(page, "Predicted against measured scores on " + name, "predicted", "measured");
        page.empty("path", "class", "points", "d", way);
        plot.end(page);
    }
}
