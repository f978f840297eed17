package org.eyrie.server.report;

import java.util.List;
import org.eyrie.engine.trial.BandedFigures;
import org.eyrie.lrmf.trial.protocol.ColumnFigures;
import org.eyrie.lrmf.trial.protocol.Figures;

/** Figures by something that cells have in common: the error of each predictor, and what our intervals hold. */
final class BandTable {

    private static final int WIDTH = 90;
    private static final int HEIGHT = 16;
    /** From where coverage is drawn: what lies below it is drawn at its edge. */
    private static final double LEAST = 0.5;

    private final List<String> predictors;
    private final double level;

    /**
     * @param predictors their names, ours last
     * @param level share of truths that intervals should hold
     */
    BandTable(List<String> predictors, double level) {
        this.predictors = predictors;
        this.level = level;
    }

    /** @param by what the rows are, as the head of the first column */
    void write(String by, List<BandedFigures> bands, Markup page) {
        double largest =
                bands.stream().mapToDouble(band -> band.ours().rmse()).max().orElse(1);
        page.begin("div", "class", "scroll").begin("table");
        head(by, page);
        page.begin("tbody");
        for (BandedFigures band : bands) {
            page.begin("tr", "class", band.cells() < ColumnFigures.FEWEST_CELLS ? "weak" : "");
            page.element("th", band.band(), "scope", "row");
            page.element("td", Figure.count(band.cells()), "class", "number");
            errors(band, page);
            bar(band.ours().rmse() / largest, page);
            page.element("td", Figure.signed(band.bias(), 3), "class", "number");
            page.element("td", Figure.share(band.ours().coverage(), 3), "class", "number");
            coverage(band.ours().coverage(), page);
            page.element("td", Figure.share(band.ours().width(), 3), "class", "number");
            page.end();
        }
        page.end().end().end();
    }

    private void head(String by, Markup page) {
        page.begin("thead").begin("tr");
        page.element("th", by, "rowspan", 2);
        page.element("th", "scores", "class", "number", "rowspan", 2);
        page.element("th", "RMSE", "colspan", predictors.size() + 1, "class", "group");
        page.element("th", "bias", "class", "number", "rowspan", 2);
        page.element(
                "th", Math.round(100 * level) + " % intervals held", "class", "number", "colspan", 2, "rowspan", 2);
        page.element("th", "width", "class", "number", "rowspan", 2);
        page.end().begin("tr");
        for (int k = 0; k < predictors.size(); k++) {
            boolean ours = k == predictors.size() - 1;
            page.element("th", predictors.get(k), "class", ours ? "number own" : "number");
        }
        page.element("th", "", "aria-hidden", true);
        page.end().end();
    }

    /** The least error of a row stands out, whosever it is. */
    private static void errors(BandedFigures band, Markup page) {
        double least = band.figures().stream().mapToDouble(Figures::rmse).min().orElse(0);
        int last = band.figures().size() - 1;
        for (int k = 0; k <= last; k++) {
            double rmse = band.figures().get(k).rmse();
            page.element(
                    "td",
                    Figure.share(rmse, 4),
                    "class",
                    "number" + (k == last ? " own" : "") + (rmse == least ? " least" : ""));
        }
    }

    private static void bar(double share, Markup page) {
        page.begin("td").begin("svg", "width", WIDTH, "height", HEIGHT, "aria-hidden", true);
        page.empty("rect", "class", "bar", "x", 0, "y", 3, "width", share * WIDTH, "height", HEIGHT - 6);
        page.end().end();
    }

    private void coverage(double held, Markup page) {
        page.begin("td").begin("svg", "width", WIDTH, "height", HEIGHT, "aria-hidden", true);
        page.empty("path", "class", "grid", "d", "M0," + HEIGHT / 2 + "h" + WIDTH);
        page.empty("path", "class", "wanted", "d", "M" + Math.round(place(level)) + ",1v" + (HEIGHT - 2));
        page.empty("circle", "class", "ours", "cx", place(held), "cy", HEIGHT / 2, "r", 4);
        page.end().end();
    }

    private static double place(double coverage) {
        return 5 + (WIDTH - 10) * (Math.max(LEAST, coverage) - LEAST) / (1 - LEAST);
    }
}
