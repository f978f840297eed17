package org.eyrie.server.report;

import java.util.stream.DoubleStream;
import org.eyrie.engine.ask.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A line on which scores are drawn, the same for all rows of a table.
 *
 * @param from its left end, a tenth, 0 to 1
 * @param to its right end, a tenth above {@code from}
 */
record ScoreAxis(double from, double to) {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 20;
    private static final int RIM = 6;

    /** One that has room for all of these; NaN counts for nothing. */
    static ScoreAxis around(DoubleStream scores) {
        double[] there = scores.filter(Double::isFinite).sorted().toArray();
        if (there.length == 0) {
            return new ScoreAxis(0, 1);
        }
        double from = Math.max(0, Math.floor(10 * there[0]) / 10);
        double to = Math.min(1, Math.ceil(10 * there[there.length - 1]) / 10);
        return to > from ? new ScoreAxis(from, to) : new ScoreAxis(Math.max(0, from - .1), Math.min(1, from + .1));
    }

    /** What it spans, for the head of a column. */
    String words() {
        return Figure.percent(from, 0) + " to " + Figure.percent(to, 0);
    }

    /**
     * Draws a score.
     *
     * @param predicted drawn as a band with a ring, or null
     * @param measured drawn as a solid dot, or null
     * @param mark another score beside which it is seen, drawn as a stroke, or null
     */
    void draw(@Nullable Estimate predicted, @Nullable Double measured, @Nullable Double mark, Markup page) {
        page.begin("svg", "width", WIDTH, "height", HEIGHT, "aria-hidden", true);
        page.empty("path", "class", "grid", "d", "M" + RIM + "," + HEIGHT / 2 + "h" + (WIDTH - 2 * RIM));
        if (predicted != null) {
            double left = x(predicted.lower());
            page.empty(
                    "path", "class", "band", "d", "M" + one(left) + "," + HEIGHT / 2 + "H" + one(x(predicted.upper())));
        }
        if (mark != null) {
            page.empty("path", "class", "mark", "d", "M" + one(x(mark)) + ",2v" + (HEIGHT - 4));
        }
        if (predicted != null) {
            page.empty("circle", "class", "ring", "cx", x(predicted.mean()), "cy", HEIGHT / 2, "r", 4.5);
        }
        if (measured != null) {
            page.empty("circle", "class", "measured", "cx", x(measured), "cy", HEIGHT / 2, "r", 4.0);
        }
        page.end();
    }

    private static String one(double pixels) {
        return Double.toString(Math.round(10 * pixels) / 10.0);
    }

    private double x(double score) {
        return RIM + (WIDTH - 2 * RIM) * Math.max(0, Math.min(1, (score - from) / (to - from)));
    }
}
