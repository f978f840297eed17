package org.eyrie.server.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.engine.trial.BandedFigures;
import org.eyrie.engine.trial.Breakdown;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.ColumnFigures;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.Figures;

/** A page about experiments. */
public final class BacktestReport {

    /** How the method is called beside its baselines, as in the table of the command. */
    static final String OURS = "LRMF";

    private final BacktestOutcome outcome;
    private final LocalDate day;

    /** @param day on which the experiments were run */
    public BacktestReport(BacktestOutcome outcome, LocalDate day) {
        this.outcome = outcome;
        this.day = day;
    }

    /** Writes the page. Whether it could be written the writer tells. */
    public void write(PrintWriter out) {
        ReportPage.write(out, "how good predictions are", page -> {
            introduction(page);
            for (Experiment experiment : outcome.experiments()) {
                section(experiment, page);
            }
        });
    }

    private void introduction(Markup page) {
        page.element("h1", "How good predictions are");
        page.element(
                "p",
                "Scores that are known were hidden, predicted without them, and compared. "
                        + Figure.count(outcome.numbering().models().size()) + " models, "
                        + Figure.count(
                                outcome.numbering().problem().observations().cells()) + " scores on "
                        + Figure.count(outcome.numbering().benchmarks().size()) + " benchmarks; seed " + outcome.seed()
                        + ", " + day + ".");
        page.element(
                "p",
                "RMSE is the root of the mean squared error, r Pearson's correlation within a benchmark; both, and"
                        + " widths, are in shares of a score, so that .05 is five points of a hundred. Bias is the mean of"
                        + " predicted less measured.",
                "class",
                "note");
        outcome.refusals().forEach(refusal -> page.element("p", refusal, "class", "problem"));
        if (outcome.experiments().size() > 1) {
            page.begin("nav").begin("ul");
            for (Experiment experiment : outcome.experiments()) {
                page.begin("li");
                page.element("a", experiment.protocol(), "href", "#" + anchor(experiment))
                        .end();
            }
            page.end().end();
        }
    }

    private static String anchor(Experiment experiment) {
        return experiment.protocol().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private void section(Experiment experiment, Markup page) {
        page.begin("section", "id", anchor(experiment)).element("h2", experiment.protocol());
        page.element("p", extent(experiment));
        summary(experiment, page);
        page.element("h3", "Calibration");
        page.element(
                "p",
                "Of intervals of a level that share should hold the measured score. Below the dashed line they are too"
                        + " narrow, above it wider than needed.",
                "class",
                "note");
        CalibrationChart.write(experiment, page);
        page.element("h3", "Predicted against measured");
        ScatterChart.write(outcome, experiment, page);
        Breakdown breakdown = new Breakdown(outcome.numbering(), experiment);
        table("By benchmark", "benchmark", breakdown.byBenchmark(), experiment, page);
        table("By relation to the parents", "relation", breakdown.byRelation(), experiment, page);
        table("By size", "parameters", breakdown.bySize(), experiment, page);
        table("By upload date", "published", breakdown.byUpload(), experiment, page);
        page.end();
    }

    private void table(String title, String by, List<BandedFigures> bands, Experiment experiment, Markup page) {
        page.begin("div", "class", "block").element("h3", title);
        new BandTable(names(experiment), outcome.level()).write(by, bands, page);
        page.end();
    }

    private static List<String> names(Experiment experiment) {
        return Stream.concat(
                        BacktestOutcome.baselines(experiment).stream().map(BacktestResult::predictor), Stream.of(OURS))
                .toList();
    }

    private String extent(Experiment experiment) {
        BacktestResult ours = BacktestOutcome.ours(experiment);
        StringBuilder text = new StringBuilder();
        text.append(Figure.count(experiment.cells().cells()))
                .append(" hidden scores of ")
                .append(Figure.count(ours.models()))
                .append(" models in ")
                .append(ours.rounds())
                .append(ours.rounds() == 1 ? " round." : " rounds.");
        if (experiment.unanswered() > 0) {
            text.append(' ')
                    .append(Figure.count(experiment.unanswered()))
                    .append(" further ones are left out: there would be no prediction of them, for lack of evidence.");
        }
        if (!experiment.withoutPart().isEmpty()) {
            text.append(" Fewer than ")
                    .append(ColumnFigures.FEWEST_CELLS)
                    .append(" scores, so no part in the means over benchmarks: ")
                    .append(experiment.withoutPart().stream()
                            .map(column -> outcome.numbering().benchmark(column).value())
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return text.toString();
    }

    private void summary(Experiment experiment, Markup page) {
        List<String> names = names(experiment);
        page.begin("div", "class", "scroll").begin("table").begin("thead").begin("tr");
        page.element("th", "mean over benchmarks");
        for (String head :
                List.of("r", "RMSE", "median error", "held", "width", "RMSE weighted by scores", "seconds")) {
            page.element("th", head, "class", "number");
        }
        page.end().end().begin("tbody");
        for (int k = 0; k < names.size(); k++) {
            BacktestResult result = experiment.results().get(k);
            Figures plain = result.averages().plain();
            Figures shown = plain == null ? result.averages().pooled() : plain;
            Figures weighted = result.averages().weighted();
            page.begin("tr", "class", k == names.size() - 1 ? "own" : "");
            page.element("th", names.get(k), "scope", "row");
            // Over cells of several benchmarks a correlation says nothing of use.
            page.element("td", plain == null ? "" : Figure.share(plain.pearson(), 3), "class", "number");
            page.element("td", Figure.share(shown.rmse(), 4), "class", "number");
            page.element("td", Figure.share(shown.medianError(), 4), "class", "number");
            page.element("td", Figure.share(shown.coverage(), 3), "class", "number");
            page.element("td", Figure.share(shown.width(), 3), "class", "number");
            page.element("td", weighted == null ? "" : Figure.share(weighted.rmse(), 4), "class", "number");
            page.element("td", Figure.count(Math.round(result.seconds())), "class", "number");
            page.end();
        }
        page.end().end().end();
    }
}
