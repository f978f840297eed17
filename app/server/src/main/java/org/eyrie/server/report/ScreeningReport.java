package org.eyrie.server.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Screened;
import org.eyrie.engine.ask.ScreenedCandidate;
import org.eyrie.model.BenchmarkId;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** A page about candidates among which to choose. */
public final class ScreeningReport {

    /** Of so many candidates, those to evaluate and then the best, it is told where their predictions come from. */
    static final int EXPLAINED = 12;

    private static final int BAR = 90;

    private final Screened screened;
    private final Map<BenchmarkId, Double> wanted;
    private final BiFunction<String, BenchmarkId, @Nullable Why> reasons;
    private final LocalDate day;
    private final Remarks remarks = new Remarks();
    private final List<String> notes = new ArrayList<>();
    private String other = "";
    private Table table = new Table();

    /**
     * @param wanted benchmarks with their weights
     * @param reasons where the prediction of a candidate, by its label, on one of them comes from; null where nobody can say
     * @param day on which it was asked
     */
    public ScreeningReport(
            Screened screened,
            Map<BenchmarkId, Double> wanted,
            BiFunction<String, BenchmarkId, @Nullable Why> reasons,
            LocalDate day) {
        this.screened = screened;
        this.wanted = new LinkedHashMap<>(wanted);
        this.reasons = reasons;
        this.day = day;
    }

    /**
     * Adds what was found out in another way.
     *
     * @param title of it
     * @param found a row for each candidate, none where nothing was
     * @param said of it, a sentence each
     */
    public ScreeningReport with(String title, Table found, List<String> said) {
        other = title;
        table = found;
        notes.addAll(said);
        return this;
    }

    /** Writes the page. Whether it could be written the writer tells. */
    public void write(PrintWriter out) {
        ReportPage.write(out, "which to evaluate", page -> {
            introduction(page);
            expected(page);
            candidates(page);
            others(page);
            reasons(page);
            remarks.write(page);
        });
    }

    private void introduction(Markup page) {
        page.element("h1", "Which to evaluate");
        page.element(
                "p",
                Figure.count(screened.candidates().size(), "candidate") + ", of which "
                        + screened.evaluate().size() + " are to be evaluated, for the "
                        + (wanted.size() == 1 ? "score on " : "weighted mean of scores on ") + benchmarks() + "; fit "
                        + screened.fit() + "; " + day + ".");
        page.element(
                "p",
                "All are judged jointly: those that err together need not all be run. Figures in per cent.",
                "class",
                "note");
        screened.warnings().forEach(warning -> page.element("p", warning, "class", "problem"));
    }

    private String benchmarks() {
        return wanted.entrySet().stream()
                .map(each -> each.getKey() + (wanted.size() == 1 ? "" : " (" + Figure.plain(each.getValue()) + ")"))
                .collect(Collectors.joining(", "));
    }

    /** What the choice is worth beside others of the same size. */
    private void expected(Markup page) {
        int count = screened.evaluate().size();
        Map<String, Double> choices = new LinkedHashMap<>();
        choices.put("of these " + count, screened.expectedBest());
        choices.put("of the " + count + " highest predictions", screened.expectedOfHighestMeans());
        choices.put("of " + count + " at random", screened.expectedAtRandom());
        choices.put("of all", screened.expectedOfAll());
        double least = choices.values().stream().mapToDouble(each -> each).min().orElse(0);
        double span = choices.values().stream().mapToDouble(each -> each).max().orElse(1) - least;
        page.begin("section").element("h2", "Expected score of the best, once they are evaluated");
        page.begin("div", "class", "scroll", "tabindex", 0)
                .begin("table")
                .begin("thead")
                .begin("tr");
        page.element("th", "if the best is taken", "scope", "col")
                .element("th", "expected", "class", "number", "scope", "col");
        page.element("th", "difference", "class", "number", "scope", "col").element("th", "drawn", "scope", "col");
        page.end().end().begin("tbody");
        choices.forEach((choice, score) -> {
            page.begin("tr", "class", score == screened.expectedBest() ? "own" : "");
            page.element("th", choice, "scope", "row").element("td", Figure.percent(score, 2), "class", "number");
            page.element("td", Figure.points(100 * (score - screened.expectedBest())), "class", "number")
                    .begin("td");
            bar(span == 0 ? 1 : (score - least) / span, page);
            page.end().end();
        });
        page.end().end().end().end();
    }

    private static void bar(double share, Markup page) {
        page.begin("svg", "width", BAR, "height", 16, "aria-hidden", true);
        page.empty("rect", "class", "bar", "x", 0, "y", 3, "width", Math.max(1, share * BAR), "height", 10);
        page.end();
    }

    private void candidates(Markup page) {
        ScoreAxis scale = ScoreAxis.around(screened.candidates().stream().flatMapToDouble(ScreeningReport::scores));
        page.begin("section").element("h2", "Candidates");
        page.element("p", "Rings: the predicted mean with its interval. Strokes: the best parent's.", "class", "note");
        page.begin("div", "class", "scroll", "tabindex", 0)
                .begin("table")
                .begin("thead")
                .begin("tr");
        page.element("th", "turn", "class", "number", "scope", "col").element("th", "candidate", "scope", "col");
        page.element("th", "predicted", "class", "number", "scope", "col")
                .element("th", level(), "class", "number", "scope", "col");
        page.element("th", scale.words(), "scope", "col").element("th", "is best", "class", "number", "scope", "col");
        page.element("th", "drawn", "scope", "col")
                .element("th", "beats its parents", "class", "number", "scope", "col");
        page.element("th", "best parent", "scope", "col").element("th", "remarks", "scope", "col");
        page.end().end().begin("tbody");
        screened.candidates().forEach(candidate -> row(candidate, scale, page));
        page.end().end().end().end();
    }

    private String level() {
        return screened.candidates().stream()
                .map(ScreenedCandidate::predicted)
                .filter(estimate -> estimate != null)
                .findFirst()
                .map(estimate -> Figure.percent(estimate.level(), 0) + " % interval")
                .orElse("interval");
    }

    private static DoubleStream scores(ScreenedCandidate candidate) {
        Estimate predicted = candidate.predicted();
        return DoubleStream.of(
                predicted == null ? Double.NaN : predicted.lower(),
                predicted == null ? Double.NaN : predicted.upper(),
                candidate.bestParentScore() == null ? Double.NaN : candidate.bestParentScore());
    }

    private void row(ScreenedCandidate candidate, ScoreAxis scale, Markup page) {
        Estimate predicted = candidate.predicted();
        Double parent = candidate.bestParentScore();
        Double beats = candidate.chanceToBeatBestParent();
        page.begin("tr", "class", candidate.turn() == null ? "" : "own");
        page.element("td", candidate.turn() == null ? "" : candidate.turn().toString(), "class", "number");
        page.element("th", candidate.candidate(), "scope", "row");
        page.element("td", predicted == null ? "" : Figure.percent(predicted.mean(), 1), "class", "number");
        page.element("td", Remarks.interval(predicted), "class", "number").begin("td");
        if (predicted != null) {
            scale.draw(predicted, null, parent, page);
        }
        page.end()
                .element("td", Figure.percent(candidate.chanceToBeBest(), 0) + " %", "class", "number")
                .begin("td");
        bar(candidate.chanceToBeBest(), page);
        page.end().element("td", beats == null ? "" : Figure.percent(beats, 0) + " %", "class", "number");
        page.element(
                "td",
                parent == null
                        ? ""
                        : candidate.bestParent() + ": " + Figure.percent(parent, 1)
                                + (candidate.bestParentMeasured() ? "" : " (predicted)"));
        page.element("td", remarks.numbers(candidate.warnings())).end();
    }

    private void others(Markup page) {
        if (table.rows().isEmpty() && notes.isEmpty()) {
            return;
        }
        page.begin("section").element("h2", other);
        if (!table.rows().isEmpty()) {
            Tables.write(table, page);
        }
        notes.forEach(note -> page.element("p", note, "class", "note"));
        page.end();
    }

    private void reasons(Markup page) {
        List<ScreenedCandidate> first = screened.candidates().stream()
                .filter(candidate -> candidate.predicted() != null)
                .sorted(Comparator.comparingInt(
                        candidate -> candidate.turn() == null ? Integer.MAX_VALUE : candidate.turn()))
                .limit(EXPLAINED)
                .toList();
        if (first.isEmpty()) {
            return;
        }
        page.begin("section").element("h2", "Why");
        page.element(
                "p",
                "Of those to evaluate, then of the highest predictions, " + EXPLAINED
                        + " at most. In points of score: from"
                        + " the usual score on the benchmark to the prediction. A plus raises it, a minus lowers it.",
                "class",
                "note");
        page.begin("div", "class", "reasons");
        int number = 0;
        for (ScreenedCandidate candidate : first) {
            for (BenchmarkId benchmark : wanted.keySet()) {
                Why why = reasons.apply(candidate.candidate(), benchmark);
                if (why != null) {
                    WhyList.write(candidate.candidate() + " on " + benchmark, "why-" + ++number, why, page);
                }
            }
        }
        page.end().end();
    }
}
