package org.eyrie.server.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** A page about a search for merges: its leader beside those it must be seen with, and what each of them is. */
public final class FinalistsReport {

    /** Standard deviations to both sides that hold nine of ten of a normal distribution. */
    private static final double NINE_OF_TEN = 1.645;

    private final DevelopmentPlan plan;
    private final SearchReport search;
    private final List<Entry> entries;
    private final LocalDate day;

    /**
     * @param entries the leader first
     * @param day on which it was asked
     */
    public FinalistsReport(DevelopmentPlan plan, SearchReport search, List<Entry> entries, LocalDate day) {
        this.plan = plan;
        this.search = search;
        this.entries = List.copyOf(entries);
        this.day = day;
    }

    /**
     * Who is shown.
     *
     * @param seen what is known of it from development items; null where it was asked none
     * @param tested how it did on test items; null where it was not judged
     * @param made what it is and does, tables by their titles
     */
    public record Entry(
            Finalist finalist,
            @Nullable CandidateReport seen,
            @Nullable FinalScore tested,
            Map<String, Table> made) {

        public Entry {
            made = new LinkedHashMap<>(made);
        }

        @Nullable
        Estimate developed() {
            if (seen == null || !Double.isFinite(seen.sd())) {
                return null;
            }
            double reach = NINE_OF_TEN * seen.sd();
            return new Estimate(seen.mean(), Math.max(0, seen.mean() - reach), Math.min(1, seen.mean() + reach), .9);
        }

        @Nullable
        Estimate test() {
            return tested == null ? null : new Estimate(tested.share(), tested.lower(), tested.upper(), .95);
        }
    }

    /** Writes the page. Whether it could be written the writer tells. */
    public void write(PrintWriter out) {
        ReportPage.write(out, "search " + search.id(), page -> {
            introduction(page);
            finalists(page);
            entries.forEach(entry -> entry(entry, page));
        });
    }

    private void introduction(Markup page) {
        page.element("h1", "Search " + search.id());
        page.element(
                "p",
                "Merges of " + plan.parents().stream().map(Objects::toString).collect(Collectors.joining(", "))
                        + " on " + plan.base() + ", for " + plan.benchmark() + " (" + String.join(", ", plan.tasks())
                        + "); "
                        + search.state().name().toLowerCase(Locale.ROOT) + "; " + day + ".");
        page.element(
                "p",
                Figure.count(search.spent()) + " of " + Figure.count(search.budget()) + " items spent; "
                        + Figure.count(search.candidates()) + " programs, of which " + Figure.count(search.tried())
                        + " were tried; " + Figure.count(search.duplicates()) + " proposals repeated others, "
                        + Figure.count(search.refused()) + " were refused, " + Figure.count(search.failed())
                        + " failed.");
    }

    private void finalists(Markup page) {
        ScoreAxis scale = ScoreAxis.around(entries.stream().flatMapToDouble(FinalistsReport::scores));
        page.begin("section").element("h2", "The leader and who it is seen beside");
        page.element(
                "p",
                "In per cent. Share: solved of the development items that it was asked, mean over tasks; of many that were"
                        + " tried the best is luck in part. Likely: what is left of it over all development items, with an"
                        + " interval of 90 %. Test: on items that nobody chose by, with an interval of 95 %"
                        + (entries.stream().allMatch(entry -> entry.tested() == null)
                                ? "; nothing was judged yet: eyrie develop test " + search.id() + "."
                                : "."),
                "class",
                "note");
        page.begin("div", "class", "scroll", "tabindex", 0)
                .begin("table")
                .begin("thead")
                .begin("tr");
        page.element("th", "what", "scope", "col").element("th", "program", "scope", "col");
        page.element("th", "items", "class", "number", "scope", "col")
                .element("th", "share", "class", "number", "scope", "col");
        page.element("th", "likely", "class", "number", "scope", "col").element("th", scale.words(), "scope", "col");
        page.element("th", "test", "class", "number", "scope", "col").element("th", scale.words(), "scope", "col");
        page.end().end().begin("tbody");
        entries.forEach(entry -> row(entry, scale, page));
        page.end().end().end().end();
    }

    private static DoubleStream scores(Entry entry) {
        DoubleStream.Builder all = DoubleStream.builder();
        for (@Nullable Estimate estimate : new @Nullable Estimate[] {entry.developed(), entry.test()}) {
            if (estimate != null) {
                all.add(estimate.lower()).add(estimate.upper());
            }
        }
        return all.build();
    }

    private static void row(Entry entry, ScoreAxis scale, Markup page) {
        CandidateReport seen = entry.seen();
        page.begin("tr", "class", isLeader(entry) ? "own" : "")
                .element("th", entry.finalist().role(), "scope", "row");
        page.begin("td")
                .element("a", entry.finalist().program(), "href", "#" + anchor(entry))
                .end();
        page.element("td", seen == null ? "" : Figure.count(seen.items()), "class", "number");
        page.element("td", seen == null ? "" : Figure.percent(seen.share(), 1), "class", "number");
        cell(entry.developed(), scale, page);
        cell(entry.test(), scale, page);
        page.end();
    }

    private static boolean isLeader(Entry entry) {
        return entry.finalist().role().equals("leader");
    }

    private static void cell(@Nullable Estimate estimate, ScoreAxis scale, Markup page) {
        page.element(
                "td",
                estimate == null ? "" : Figure.percent(estimate.mean(), 1) + " (" + Remarks.interval(estimate) + ")",
                "class",
                "number");
        page.begin("td");
        if (estimate != null) {
            scale.draw(estimate, null, null, page);
        }
        page.end();
    }

    private static String anchor(Entry entry) {
        return entry.finalist().program().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static void entry(Entry entry, Markup page) {
        page.begin("section", "id", anchor(entry));
        page.element("h2", entry.finalist().role() + ": " + entry.finalist().program());
        page.element("pre", entry.finalist().text());
        entry.made().forEach((title, table) -> {
            page.begin("div", "class", "block").element("h3", title);
            Tables.write(table, page);
            page.end();
        });
        page.end();
    }
}
