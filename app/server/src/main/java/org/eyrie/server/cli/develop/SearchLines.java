package org.eyrie.server.cli.develop;

import java.io.PrintWriter;
import java.util.Locale;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;

/** A search in a few lines. */
final class SearchLines {

    private SearchLines() {}

    static void print(SearchReport report, PrintWriter out) {
        out.println(
                report.id() + " is " + report.state().name().toLowerCase(Locale.ROOT) + ": " + report.spent() + " of "
                        + report.budget() + " items spent on " + report.tried() + " of " + report.candidates()
                        + " candidates in " + Math.round(report.seconds()) + " s");
        out.println(report.duplicates() + " proposals repeated others, " + report.refused() + " were refused, "
                + report.failed() + " runs failed");
        CandidateReport leader = report.leader();
        if (leader != null) {
            out.println();
            out.println("Leader " + leader.program() + ": solved " + percent(leader.share()) + " of " + leader.items()
                    + " development items; of all of them, as so many were tried, likely " + percent(leader.mean())
                    + " (standard deviation " + percent(leader.sd()) + ")");
            leader.text().lines().forEach(line -> out.println("  " + line));
        }
        out.println();
        out.println("More: eyrie develop best " + report.id());
        out.flush();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
